/** The consent text of a station without its own. No native speaker has read the translations. */
export const defaultConsent = {
  version: "1",
  text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
  texts: {
    es: "Pueden contactarme sobre viviendas por los medios que marqué. Esto no es una condición para comprar nada.",
    fr: "Vous pouvez me contacter au sujet de biens immobiliers par les moyens que j’ai cochés. Ce n’est pas une condition d’achat.",
    de: "Sie dürfen mich zu Immobilien auf den Wegen kontaktieren, die ich angekreuzt habe. Das ist keine Bedingung für einen Kauf.",
    "zh-CN": "您可以通过我勾选的方式就房屋事宜与我联系。这不是购买任何东西的条件。",
    "zh-TW": "您可以透過我勾選的方式就房屋事宜與我聯絡。這不是購買任何東西的條件。",
    ja: "住まいに関して、私が選んだ方法でご連絡いただけます。これは購入の条件ではありません。",
  },
  policy: "standard" as const,
};
