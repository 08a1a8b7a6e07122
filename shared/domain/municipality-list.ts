/**
 * Municipality codes and names as data: `code name`, or `code>code that followed it name`.
 *
 * As of 1 January 2024 for Norway and 2025 for Sweden. Norway: SSB's standard for municipalities (Klass 131), 357 since 1 January 2024. Sweden: SCB's
 * list of municipalities, 290, codes unchanged since 2007. The lists themselves could not be fetched: this was put down
 * from general knowledge of them and read against public copies (a Norwegian one of 2024, a Swedish one with all 290). Municipalities with a Sámi or Kven name stand under their Norwegian name; the
 * two Herøy and the two Våler carry their county.
 */

/** Norway today. */
export const norwegian = `
0301 Oslo
1101 Eigersund; 1103 Stavanger; 1106 Haugesund; 1108 Sandnes; 1111 Sokndal; 1112 Lund; 1114 Bjerkreim; 1119 Hå;
1120 Klepp; 1121 Time; 1122 Gjesdal; 1124 Sola; 1127 Randaberg; 1130 Strand; 1133 Hjelmeland; 1134 Suldal;
1135 Sauda; 1144 Kvitsøy; 1145 Bokn; 1146 Tysvær; 1149 Karmøy; 1151 Utsira; 1160 Vindafjord
1505 Kristiansund; 1506 Molde; 1508 Ålesund; 1511 Vanylven; 1514 Sande; 1515 Herøy (Møre og Romsdal); 1516 Ulstein;
1517 Hareid; 1520 Ørsta; 1525 Stranda; 1528 Sykkylven; 1531 Sula; 1532 Giske; 1535 Vestnes; 1539 Rauma; 1547 Aukra;
1554 Averøy; 1557 Gjemnes; 1560 Tingvoll; 1563 Sunndal; 1566 Surnadal; 1573 Smøla; 1576 Aure; 1577 Volda;
1578 Fjord; 1579 Hustadvika; 1580 Haram
1804 Bodø; 1806 Narvik; 1811 Bindal; 1812 Sømna; 1813 Brønnøy; 1815 Vega; 1816 Vevelstad; 1818 Herøy (Nordland);
1820 Alstahaug; 1822 Leirfjord; 1824 Vefsn; 1825 Grane; 1826 Hattfjelldal; 1827 Dønna; 1828 Nesna; 1832 Hemnes;
1833 Rana; 1834 Lurøy; 1835 Træna; 1836 Rødøy; 1837 Meløy; 1838 Gildeskål; 1839 Beiarn; 1840 Saltdal; 1841 Fauske;
1845 Sørfold; 1848 Steigen; 1851 Lødingen; 1853 Evenes; 1856 Røst; 1857 Værøy; 1859 Flakstad; 1860 Vestvågøy;
1865 Vågan; 1866 Hadsel; 1867 Bø; 1868 Øksnes; 1870 Sortland; 1871 Andøy; 1874 Moskenes; 1875 Hamarøy
3101 Halden; 3103 Moss; 3105 Sarpsborg; 3107 Fredrikstad; 3110 Hvaler; 3112 Råde; 3114 Våler (Østfold);
3116 Skiptvet; 3118 Indre Østfold; 3120 Rakkestad; 3122 Marker; 3124 Aremark
3201 Bærum; 3203 Asker; 3205 Lillestrøm; 3207 Nordre Follo; 3209 Ullensaker; 3212 Nesodden; 3214 Frogn; 3216 Vestby;
3218 Ås; 3220 Enebakk; 3222 Lørenskog; 3224 Rælingen; 3226 Aurskog-Høland; 3228 Nes; 3230 Gjerdrum; 3232 Nittedal;
3234 Lunner; 3236 Jevnaker; 3238 Nannestad; 3240 Eidsvoll; 3242 Hurdal
3301 Drammen; 3303 Kongsberg; 3305 Ringerike; 3310 Hole; 3312 Lier; 3314 Øvre Eiker; 3316 Modum; 3318 Krødsherad;
3320 Flå; 3322 Nesbyen; 3324 Gol; 3326 Hemsedal; 3328 Ål; 3330 Hol; 3332 Sigdal; 3334 Flesberg; 3336 Rollag;
3338 Nore og Uvdal
3401 Kongsvinger; 3403 Hamar; 3405 Lillehammer; 3407 Gjøvik; 3411 Ringsaker; 3412 Løten; 3413 Stange;
3414 Nord-Odal; 3415 Sør-Odal; 3416 Eidskog; 3417 Grue; 3418 Åsnes; 3419 Våler (Innlandet); 3420 Elverum;
3421 Trysil; 3422 Åmot; 3423 Stor-Elvdal; 3424 Rendalen; 3425 Engerdal; 3426 Tolga; 3427 Tynset; 3428 Alvdal;
3429 Folldal; 3430 Os; 3431 Dovre; 3432 Lesja; 3433 Skjåk; 3434 Lom; 3435 Vågå; 3436 Nord-Fron; 3437 Sel;
3438 Sør-Fron; 3439 Ringebu; 3440 Øyer; 3441 Gausdal; 3442 Østre Toten; 3443 Vestre Toten; 3446 Gran;
3447 Søndre Land; 3448 Nordre Land; 3449 Sør-Aurdal; 3450 Etnedal; 3451 Nord-Aurdal; 3452 Vestre Slidre;
3453 Øystre Slidre; 3454 Vang
3901 Horten; 3903 Holmestrand; 3905 Tønsberg; 3907 Sandefjord; 3909 Larvik; 3911 Færder
4001 Porsgrunn; 4003 Skien; 4005 Notodden; 4010 Siljan; 4012 Bamble; 4014 Kragerø; 4016 Drangedal; 4018 Nome;
4020 Midt-Telemark; 4022 Seljord; 4024 Hjartdal; 4026 Tinn; 4028 Kviteseid; 4030 Nissedal; 4032 Fyresdal;
4034 Tokke; 4036 Vinje
4201 Risør; 4202 Grimstad; 4203 Arendal; 4204 Kristiansand; 4205 Lindesnes; 4206 Farsund; 4207 Flekkefjord;
4211 Gjerstad; 4212 Vegårshei; 4213 Tvedestrand; 4214 Froland; 4215 Lillesand; 4216 Birkenes; 4217 Åmli;
4218 Iveland; 4219 Evje og Hornnes; 4220 Bygland; 4221 Valle; 4222 Bykle; 4223 Vennesla; 4224 Åseral; 4225 Lyngdal;
4226 Hægebostad; 4227 Kvinesdal; 4228 Sirdal
4601 Bergen; 4602 Kinn; 4611 Etne; 4612 Sveio; 4613 Bømlo; 4614 Stord; 4615 Fitjar; 4616 Tysnes; 4617 Kvinnherad;
4618 Ullensvang; 4619 Eidfjord; 4620 Ulvik; 4621 Voss; 4622 Kvam; 4623 Samnanger; 4624 Bjørnafjorden;
4625 Austevoll; 4626 Øygarden; 4627 Askøy; 4628 Vaksdal; 4629 Modalen; 4630 Osterøy; 4631 Alver; 4632 Austrheim;
4633 Fedje; 4634 Masfjorden; 4635 Gulen; 4636 Solund; 4637 Hyllestad; 4638 Høyanger; 4639 Vik; 4640 Sogndal;
4641 Aurland; 4642 Lærdal; 4643 Årdal; 4644 Luster; 4645 Askvoll; 4646 Fjaler; 4647 Sunnfjord; 4648 Bremanger;
4649 Stad; 4650 Gloppen; 4651 Stryn
5001 Trondheim; 5006 Steinkjer; 5007 Namsos; 5014 Frøya; 5020 Osen; 5021 Oppdal; 5022 Rennebu; 5025 Røros;
5026 Holtålen; 5027 Midtre Gauldal; 5028 Melhus; 5029 Skaun; 5031 Malvik; 5032 Selbu; 5033 Tydal; 5034 Meråker;
5035 Stjørdal; 5036 Frosta; 5037 Levanger; 5038 Verdal; 5041 Snåsa; 5042 Lierne; 5043 Røyrvik; 5044 Namsskogan;
5045 Grong; 5046 Høylandet; 5047 Overhalla; 5049 Flatanger; 5052 Leka; 5053 Inderøy; 5054 Indre Fosen; 5055 Heim;
5056 Hitra; 5057 Ørland; 5058 Åfjord; 5059 Orkland; 5060 Nærøysund; 5061 Rindal
5501 Tromsø; 5503 Harstad; 5510 Kvæfjord; 5512 Tjeldsund; 5514 Ibestad; 5516 Gratangen; 5518 Lavangen; 5520 Bardu;
5522 Salangen; 5524 Målselv; 5526 Sørreisa; 5528 Dyrøy; 5530 Senja; 5532 Balsfjord; 5534 Karlsøy; 5536 Lyngen;
5538 Storfjord; 5540 Kåfjord; 5542 Skjervøy; 5544 Nordreisa; 5546 Kvænangen
5601 Alta; 5603 Hammerfest; 5605 Sør-Varanger; 5607 Vadsø; 5610 Karasjok; 5612 Kautokeino; 5614 Loppa; 5616 Hasvik;
5618 Måsøy; 5620 Nordkapp; 5622 Porsanger; 5624 Lebesby; 5626 Gamvik; 5628 Tana; 5630 Berlevåg; 5632 Båtsfjord;
5634 Vardø; 5636 Nesseby
`

/** Norway, valid 2020–2023: Viken, Vestfold og Telemark, Troms og Finnmark, Ålesund before it was parted. */
export const norwegian2020 = `
3001>3101 Halden; 3002>3103 Moss; 3003>3105 Sarpsborg; 3004>3107 Fredrikstad; 3005>3301 Drammen;
3006>3303 Kongsberg; 3007>3305 Ringerike; 3011>3110 Hvaler; 3012>3124 Aremark; 3013>3122 Marker;
3014>3118 Indre Østfold; 3015>3116 Skiptvet; 3016>3120 Rakkestad; 3017>3112 Råde; 3018>3114 Våler (Østfold);
3019>3216 Vestby; 3020>3207 Nordre Follo; 3021>3218 Ås; 3022>3214 Frogn; 3023>3212 Nesodden; 3024>3201 Bærum;
3025>3203 Asker; 3026>3226 Aurskog-Høland; 3027>3224 Rælingen; 3028>3220 Enebakk; 3029>3222 Lørenskog;
3030>3205 Lillestrøm; 3031>3232 Nittedal; 3032>3230 Gjerdrum; 3033>3209 Ullensaker; 3034>3228 Nes;
3035>3240 Eidsvoll; 3036>3238 Nannestad; 3037>3242 Hurdal; 3038>3310 Hole; 3039>3320 Flå; 3040>3322 Nesbyen;
3041>3324 Gol; 3042>3326 Hemsedal; 3043>3328 Ål; 3044>3330 Hol; 3045>3332 Sigdal; 3046>3318 Krødsherad;
3047>3316 Modum; 3048>3314 Øvre Eiker; 3049>3312 Lier; 3050>3334 Flesberg; 3051>3336 Rollag;
3052>3338 Nore og Uvdal; 3053>3236 Jevnaker; 3054>3234 Lunner
3801>3901 Horten; 3802>3903 Holmestrand; 3803>3905 Tønsberg; 3804>3907 Sandefjord; 3805>3909 Larvik;
3806>4001 Porsgrunn; 3807>4003 Skien; 3808>4005 Notodden; 3811>3911 Færder; 3812>4010 Siljan; 3813>4012 Bamble;
3814>4014 Kragerø; 3815>4016 Drangedal; 3816>4018 Nome; 3817>4020 Midt-Telemark; 3818>4026 Tinn; 3819>4024 Hjartdal;
3820>4022 Seljord; 3821>4028 Kviteseid; 3822>4030 Nissedal; 3823>4032 Fyresdal; 3824>4034 Tokke; 3825>4036 Vinje
5401>5501 Tromsø; 5402>5503 Harstad; 5403>5601 Alta; 5404>5634 Vardø; 5405>5607 Vadsø; 5406>5603 Hammerfest;
5411>5510 Kvæfjord; 5412>5512 Tjeldsund; 5413>5514 Ibestad; 5414>5516 Gratangen; 5415>5518 Lavangen;
5416>5520 Bardu; 5417>5522 Salangen; 5418>5524 Målselv; 5419>5526 Sørreisa; 5420>5528 Dyrøy; 5421>5530 Senja;
5422>5532 Balsfjord; 5423>5534 Karlsøy; 5424>5536 Lyngen; 5425>5538 Storfjord; 5426>5540 Kåfjord;
5427>5542 Skjervøy; 5428>5544 Nordreisa; 5429>5546 Kvænangen; 5430>5612 Kautokeino; 5432>5614 Loppa;
5433>5616 Hasvik; 5434>5618 Måsøy; 5435>5620 Nordkapp; 5436>5622 Porsanger; 5437>5610 Karasjok; 5438>5624 Lebesby;
5439>5626 Gamvik; 5440>5630 Berlevåg; 5441>5628 Tana; 5442>5636 Nesseby; 5443>5632 Båtsfjord; 5444>5605 Sør-Varanger
1507>1508 Ålesund
`

/** Østfold to the end of 2019, so that the oldest records of its partnership stay readable. */
export const norwegianOstfold2019 = `
0101>3001 Halden; 0104>3002 Moss; 0105>3003 Sarpsborg; 0106>3004 Fredrikstad; 0111>3011 Hvaler; 0118>3012 Aremark;
0119>3013 Marker; 0121>3026 Rømskog; 0122>3014 Trøgstad; 0123>3014 Spydeberg; 0124>3014 Askim; 0125>3014 Eidsberg;
0127>3015 Skiptvet; 0128>3016 Rakkestad; 0135>3017 Råde; 0136>3002 Rygge; 0137>3018 Våler (Østfold); 0138>3014 Hobøl
`

/** Sweden today. */
export const swedish = `
0114 Upplands Väsby; 0115 Vallentuna; 0117 Österåker; 0120 Värmdö; 0123 Järfälla; 0125 Ekerö; 0126 Huddinge;
0127 Botkyrka; 0128 Salem; 0136 Haninge; 0138 Tyresö; 0139 Upplands-Bro; 0140 Nykvarn; 0160 Täby; 0162 Danderyd;
0163 Sollentuna; 0180 Stockholm; 0181 Södertälje; 0182 Nacka; 0183 Sundbyberg; 0184 Solna; 0186 Lidingö;
0187 Vaxholm; 0188 Norrtälje; 0191 Sigtuna; 0192 Nynäshamn
0305 Håbo; 0319 Älvkarleby; 0330 Knivsta; 0331 Heby; 0360 Tierp; 0380 Uppsala; 0381 Enköping; 0382 Östhammar
0428 Vingåker; 0461 Gnesta; 0480 Nyköping; 0481 Oxelösund; 0482 Flen; 0483 Katrineholm; 0484 Eskilstuna;
0486 Strängnäs; 0488 Trosa
0509 Ödeshög; 0512 Ydre; 0513 Kinda; 0560 Boxholm; 0561 Åtvidaberg; 0562 Finspång; 0563 Valdemarsvik;
0580 Linköping; 0581 Norrköping; 0582 Söderköping; 0583 Motala; 0584 Vadstena; 0586 Mjölby
0604 Aneby; 0617 Gnosjö; 0642 Mullsjö; 0643 Habo; 0662 Gislaved; 0665 Vaggeryd; 0680 Jönköping; 0682 Nässjö;
0683 Värnamo; 0684 Sävsjö; 0685 Vetlanda; 0686 Eksjö; 0687 Tranås
0760 Uppvidinge; 0761 Lessebo; 0763 Tingsryd; 0764 Alvesta; 0765 Älmhult; 0767 Markaryd; 0780 Växjö; 0781 Ljungby
0821 Högsby; 0834 Torsås; 0840 Mörbylånga; 0860 Hultsfred; 0861 Mönsterås; 0862 Emmaboda; 0880 Kalmar; 0881 Nybro;
0882 Oskarshamn; 0883 Västervik; 0884 Vimmerby; 0885 Borgholm
0980 Gotland
1060 Olofström; 1080 Karlskrona; 1081 Ronneby; 1082 Karlshamn; 1083 Sölvesborg
1214 Svalöv; 1230 Staffanstorp; 1231 Burlöv; 1233 Vellinge; 1256 Östra Göinge; 1257 Örkelljunga; 1260 Bjuv;
1261 Kävlinge; 1262 Lomma; 1263 Svedala; 1264 Skurup; 1265 Sjöbo; 1266 Hörby; 1267 Höör; 1270 Tomelilla;
1272 Bromölla; 1273 Osby; 1275 Perstorp; 1276 Klippan; 1277 Åstorp; 1278 Båstad; 1280 Malmö; 1281 Lund;
1282 Landskrona; 1283 Helsingborg; 1284 Höganäs; 1285 Eslöv; 1286 Ystad; 1287 Trelleborg; 1290 Kristianstad;
1291 Simrishamn; 1292 Ängelholm; 1293 Hässleholm
1315 Hylte; 1380 Halmstad; 1381 Laholm; 1382 Falkenberg; 1383 Varberg; 1384 Kungsbacka
1401 Härryda; 1402 Partille; 1407 Öckerö; 1415 Stenungsund; 1419 Tjörn; 1421 Orust; 1427 Sotenäs; 1430 Munkedal;
1435 Tanum; 1438 Dals-Ed; 1439 Färgelanda; 1440 Ale; 1441 Lerum; 1442 Vårgårda; 1443 Bollebygd; 1444 Grästorp;
1445 Essunga; 1446 Karlsborg; 1447 Gullspång; 1452 Tranemo; 1460 Bengtsfors; 1461 Mellerud; 1462 Lilla Edet;
1463 Mark; 1465 Svenljunga; 1466 Herrljunga; 1470 Vara; 1471 Götene; 1472 Tibro; 1473 Töreboda; 1480 Göteborg;
1481 Mölndal; 1482 Kungälv; 1484 Lysekil; 1485 Uddevalla; 1486 Strömstad; 1487 Vänersborg; 1488 Trollhättan;
1489 Alingsås; 1490 Borås; 1491 Ulricehamn; 1492 Åmål; 1493 Mariestad; 1494 Lidköping; 1495 Skara; 1496 Skövde;
1497 Hjo; 1498 Tidaholm; 1499 Falköping
1715 Kil; 1730 Eda; 1737 Torsby; 1760 Storfors; 1761 Hammarö; 1762 Munkfors; 1763 Forshaga; 1764 Grums; 1765 Årjäng;
1766 Sunne; 1780 Karlstad; 1781 Kristinehamn; 1782 Filipstad; 1783 Hagfors; 1784 Arvika; 1785 Säffle
1814 Lekeberg; 1860 Laxå; 1861 Hallsberg; 1862 Degerfors; 1863 Hällefors; 1864 Ljusnarsberg; 1880 Örebro;
1881 Kumla; 1882 Askersund; 1883 Karlskoga; 1884 Nora; 1885 Lindesberg
1904 Skinnskatteberg; 1907 Surahammar; 1960 Kungsör; 1961 Hallstahammar; 1962 Norberg; 1980 Västerås; 1981 Sala;
1982 Fagersta; 1983 Köping; 1984 Arboga
2021 Vansbro; 2023 Malung-Sälen; 2026 Gagnef; 2029 Leksand; 2031 Rättvik; 2034 Orsa; 2039 Älvdalen;
2061 Smedjebacken; 2062 Mora; 2080 Falun; 2081 Borlänge; 2082 Säter; 2083 Hedemora; 2084 Avesta; 2085 Ludvika
2101 Ockelbo; 2104 Hofors; 2121 Ovanåker; 2132 Nordanstig; 2161 Ljusdal; 2180 Gävle; 2181 Sandviken; 2182 Söderhamn;
2183 Bollnäs; 2184 Hudiksvall
2260 Ånge; 2262 Timrå; 2280 Härnösand; 2281 Sundsvall; 2282 Kramfors; 2283 Sollefteå; 2284 Örnsköldsvik
2303 Ragunda; 2305 Bräcke; 2309 Krokom; 2313 Strömsund; 2321 Åre; 2326 Berg; 2361 Härjedalen; 2380 Östersund
2401 Nordmaling; 2403 Bjurholm; 2404 Vindeln; 2409 Robertsfors; 2417 Norsjö; 2418 Malå; 2421 Storuman; 2422 Sorsele;
2425 Dorotea; 2460 Vännäs; 2462 Vilhelmina; 2463 Åsele; 2480 Umeå; 2481 Lycksele; 2482 Skellefteå
2505 Arvidsjaur; 2506 Arjeplog; 2510 Jokkmokk; 2513 Överkalix; 2514 Kalix; 2518 Övertorneå; 2521 Pajala;
2523 Gällivare; 2560 Älvsbyn; 2580 Luleå; 2581 Piteå; 2582 Boden; 2583 Haparanda; 2584 Kiruna
`
