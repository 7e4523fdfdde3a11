/// The currencies: `ISO 4217 code | dimension | names | signs and codes`, in the form of `MeasureRows`.
enum CurrencyRows {
  static let rows = """
    USD | money | dollar dollars us_dollar us_dollars united_states_dollar u.s._dollar u.s._dollars buck bucks |
    USD | money | american_dollar united_states_dollars american_dollars | $ US$ U.S.$ USD $US usd usd$
    EUR | money | euro euros | € EUR eur
    GBP | money | pound_sterling british_pound pounds_sterling pound pounds quid sterling british_pounds quids | £ GBP gbp £stg
    JPY | money | japanese_yen yen | ¥ JPY JP¥
    CNY | money | chinese_yuan yuan renminbi yuan_renminbi renminbis | CNY RMB CN¥ rmb 元 人民币
    INR | money | indian_rupee rupee rupees indian_rupees | ₹ INR Rs
    RUB | money | russian_ruble russian_rouble rouble ruble rubles roubles russian_rubles russian_roubles | ₽ RUB
    CHF | money | swiss_franc franc francs swiss_francs | CHF SFr
    AUD | money | australian_dollar australian_dollars | A$ AU$ AUD $A
    CAD | money | canadian_dollar canadian_dollars | C$ c$ CA$ CAD cad$ $C
    NZD | money | new_zealand_dollar new_zealand_dollars | NZ$ NZD
    HKD | money | hong_kong_dollar hong_kong_dollars | HK$ hk$ HKD
    SGD | money | singapore_dollar singaporean_dollar singapore_dollars singaporean_dollars | S$ SGD
    TWD | money | new_taiwan_dollar taiwan_dollar new_taiwan_dollars taiwan_dollars | NT$ TWD
    MXN | money | mexican_peso mexican_pesos | MEX$ MXN
    BRL | money | brazilian_real reais brazilian_reals | R$ BRL
    ARS | money | argentine_peso argentine_pesos | ARS
    CLP | money | chilean_peso chilean_pesos | CLP
    COP | money | colombian_peso colombian_pesos | COP
    CRC | money | costa_rican_colón costa_rican_colon colones colón costa_rican_colóns costa_rican_colons |
    CRC | money | colóns | ₡ CRC
    CUP | money | cuban_peso cuban_pesos |
    VES | money | venezuelan_bolívar bolivar bolivars bolívar venezuelan_bolívars bolívars | VES
    PEN | money | peruvian_sol nuevo_sol nuevo_sols |
    KRW | money | south_korean_won korean_won south_korean_wons korean_wons won | ₩ KRW
    KPW | money | north_korean_won north_korean_wons | KPW
    IDR | money | indonesian_rupiah rupiah indonesian_rupiahs rupiahs | Rp IDR
    MYR | money | malaysian_ringgit ringgit malaysian_ringgits ringgits malaysia_ringgit malaysia_ringgits | RM MYR
    THB | money | thai_baht baht | ฿ THB
    PHP | money | philippine_peso philippine_pesos | ₱ PHP
    VND | money | vietnamese_dong vietnamese_đồng dong vietnamese_dongs vietnamese_đồngs dongs | ₫ VND
    LAK | money | lao_kip lao_kips | ₭
    PKR | money | pakistani_rupee pakistani_rupees | PKR
    BDT | money | bangladeshi_taka taka bangladeshi_takas takas | BDT
    LKR | money | sri_lankan_rupee sri_lankan_rupees | LKR
    NPR | money | nepalese_rupee nepalese_rupees | NPR
    AFN | money | afghan_afghani afghani afghan_afghanis afghanis | AFN
    IRR | money | iranian_rial rials iranian_rials | IRR
    IQD | money | iraqi_dinar iraqi_dinars | IQD
    SAR | money | saudi_riyal riyal riyals saudi_riyals | SAR
    AED | money | united_arab_emirates_dirham uae_dirham dirham dirhams united_arab_emirates_dirhams |
    AED | money | uae_dirhams | AED
    QAR | money | qatari_riyal qatari_riyals | QAR
    KWD | money | kuwaiti_dinar kuwaiti_dinars | KWD
    ILS | money | israeli_new_shekel israeli_shekel shekel shekels israeli_new_shekels israeli_shekels | ₪ NIS ILS
    TRY | money | turkish_lira lira liras turkish_liras | ₺ TL
    LBP | money | lebanese_pound lebanese_pounds | LBP
    SYP | money | syrian_pound syrian_pounds | SYP
    EGP | money | egyptian_pound egyptian_pounds | EGP LE L.E L.E. l.e. E£
    ZAR | money | south_african_rand south_african_rands rand | ZAR
    NGN | money | nigerian_naira naira nigerian_nairas nairas | ₦ NGN
    KES | money | kenyan_shilling shilling shillings kenyan_shillings | KES
    GHS | money | ghanaian_cedi cedi ghanaian_cedis cedis | ₵ GHS
    ETB | money | ethiopian_birr birr ethiopian_birrs birrs | ETB
    MAD | money | moroccan_dirham moroccan_dirhams |
    DZD | money | algerian_dinar algerian_dinars | DZD
    TND | money | tunisian_dinar tunisian_dinars | TND
    LYD | money | libyan_dinar libyan_dinars | LYD
    XOF | money | west_african_cfa_franc cfa_franc west_african_cfa_francs cfa_francs | XOF
    XAF | money | central_african_cfa_franc central_african_cfa_francs | XAF
    SEK | money | swedish_krona krona kronor swedish_kronas kronas kronors swedish_crowns | SEK
    NOK | money | norwegian_krone norwegian_krones norwegian_kroner norwegian_crowns | NOK
    DKK | money | danish_krone krone kroner danish_krones krones kroners danish_crowns danish_kroner | DKK
    ISK | money | icelandic_króna icelandic_krónas | ISK
    PLN | money | polish_złoty polish_zloty zloty złoty polish_złotys polish_zlotys zlotys złotys | PLN
    CZK | money | czech_koruna koruna czech_korunas korunas czech_crowns | CZK
    HUF | money | hungarian_forint forint forints hungarian_forints | HUF
    RON | money | romanian_leu romanian_leus | RON
    BGN | money | bulgarian_lev lev leva bulgarian_levs levas | BGN
    UAH | money | ukrainian_hryvnia hryvnia hryvnias ukrainian_hryvnias | ₴ UAH
    BYN | money | belarusian_ruble belarusian_rouble belarusian_rubles belarusian_roubles | BYN
    MDL | money | moldovan_leu moldovan_leus | MDL
    GEL | money | georgian_lari georgian_laris lari | ₾ GEL
    AMD | money | armenian_dram | AMD
    AZN | money | azerbaijani_manat manat azerbaijani_manats manats | AZN
    KZT | money | kazakhstani_tenge tenge kazakhstani_tenges tenges | KZT
    UZS | money | uzbekistani_som uzbekistani_soms | UZS
    RSD | money | serbian_dinar dinar dinars serbian_dinars | RSD
    BAM | money | bosnia_and_herzegovina_convertible_mark convertible_mark convertible_marks |
    BAM | money | bosnia_and_herzegovina_convertible_marks | BAM
    MKD | money | macedonian_denar denar denars macedonian_denars | MKD
    ALL | money | albanian_lek lek leke lekë albanian_leks lekes lekës |
    HRK | money | croatian_kuna kuna kunas croatian_kunas | HRK
    DEM | money | german_mark deutsche_mark deutschmark german_marks deutsche_marks deutschmarks | DEM
    FRF | money | french_franc french_francs | FRF
    ITL | money | italian_lira italian_liras | ITL
    ESP | money | spanish_peseta peseta pesetas spanish_pesetas | ESP
    NLG | money | netherlands_guilder dutch_guilder guilder guilders netherlands_guilders dutch_guilders | NLG
    FIM | money | finnish_markka markka finnish_markkas markkas | FIM
    ATS | money | austrian_schilling schilling austrian_schillings schillings | ATS
    BEF | money | belgian_franc belgian_francs | BEF
    GRD | money | greek_drachma drachma drachmas greek_drachmas | GRD
    PTE | money | portuguese_escudo escudo escudos portuguese_escudos | PTE
    IEP | money | irish_pound punt irish_pounds punts | IEP
    YUD | money | yugoslav_dinar yugoslav_dinars | YUD
    XBT | money | bitcoin bitcoins | ₿ BTC XBT
    ETH | money | ethereum ethereums | ETH
    {peso} | money | peso pesos |
    MNT | money | mongolian_tugrik tugrik tugriks mongolian_tugriks tögrög | ₮ MNT
    {cent} | money | cent cents euro_cent euro_cents | ¢ c!
    {penny} | money | penny pence pennies british_penny pennys pences british_pennys | p!
    {sen} | money |  | sen
    {satoshi} | money | satoshi satoshis |
    {dime} | money | dime dimes |
    """
}
