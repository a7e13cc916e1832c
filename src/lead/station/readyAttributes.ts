import type { Station } from "./station.ts";

/** Sample data: three custom attributes that an office may have defined in Lofty. Every ready station has them. */
export const readyAttributes: Station["attributes"] = [
  {
    name: "How did you hear about us?",
    type: "single_select",
    options: ["Sign", "Online", "Friend", "Other"],
    visitors: true,
    texts: {
      es: {
        name: "¿Cómo supo de nosotros?",
        options: { Sign: "Un letrero", Online: "Internet", Friend: "Un amigo", Other: "Otro" },
      },
      fr: {
        name: "Comment nous avez-vous connus ?",
        options: { Sign: "Un panneau", Online: "Internet", Friend: "Un ami", Other: "Autre" },
      },
      de: {
        name: "Wie haben Sie von uns erfahren?",
        options: { Sign: "Schild", Online: "Internet", Friend: "Freunde oder Bekannte", Other: "Sonstiges" },
      },
      "zh-CN": {
        name: "您是怎么知道我们的？",
        options: { Sign: "路边广告牌", Online: "网络", Friend: "朋友介绍", Other: "其他" },
      },
      "zh-TW": {
        name: "您是如何得知我們的？",
        options: { Sign: "看板", Online: "網路", Friend: "朋友介紹", Other: "其他" },
      },
      ja: {
        name: "当社を何でお知りになりましたか？",
        options: { Sign: "看板", Online: "インターネット", Friend: "知人の紹介", Other: "その他" },
      },
    },
  },
  {
    name: "Interested in",
    type: "multi_select",
    options: ["Schools", "Commute", "Yard", "Views"],
    visitors: true,
    texts: {
      es: {
        name: "¿Qué le interesa?",
        options: { Schools: "Escuelas", Commute: "Trayecto al trabajo", Yard: "Jardín", Views: "Vistas" },
      },
      fr: {
        name: "Ce qui compte pour vous",
        options: { Schools: "Les écoles", Commute: "Le trajet au travail", Yard: "Le jardin", Views: "La vue" },
      },
      de: {
        name: "Was ist Ihnen wichtig?",
        options: { Schools: "Schulen", Commute: "Arbeitsweg", Yard: "Garten", Views: "Aussicht" },
      },
      "zh-CN": {
        name: "您看重哪些方面？",
        options: { Schools: "学校", Commute: "通勤", Yard: "院子", Views: "景观" },
      },
      "zh-TW": {
        name: "您重視哪些條件？",
        options: { Schools: "學校", Commute: "通勤", Yard: "院子", Views: "景觀" },
      },
      ja: {
        name: "重視するポイント",
        options: { Schools: "学校", Commute: "通勤", Yard: "庭", Views: "眺め" },
      },
    },
  },
  { name: "Loan amount", type: "currency", visitors: false },
];
