using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Reference;

/// <summary>Countries by the names that people write: in English, in Spanish, and short forms.</summary>
internal static class CountryNames
{
    // Alpha-2 code and Spanish name; further names after a semicolon.
    private const string Table =
        """
        AD Andorra
        AE Emiratos Árabes Unidos;UAE;EAU;Emiratos Árabes
        AF Afganistán
        AG Antigua y Barbuda;Antigua
        AI Anguila
        AL Albania
        AM Armenia
        AO Angola
        AQ Antártida
        AR Argentina;República Argentina
        AS Samoa Americana
        AT Austria;Österreich
        AU Australia
        AW Aruba
        AX Islas Åland
        AZ Azerbaiyán
        BA Bosnia y Herzegovina;Bosnia
        BB Barbados
        BD Bangladés;Bangladesh
        BE Bélgica;België;Belgique
        BF Burkina Faso
        BG Bulgaria
        BH Baréin;Bahrein
        BI Burundi
        BJ Benín
        BL San Bartolomé;St. Barthélemy
        BM Bermudas
        BN Brunéi;Brunei
        BO Bolivia;Bolivia, Plurinational State of;Estado Plurinacional de Bolivia
        BQ Caribe Neerlandés;Bonaire;Caribbean Netherlands
        BR Brasil
        BS Bahamas;The Bahamas;Las Bahamas
        BT Bután
        BV Isla Bouvet
        BW Botsuana
        BY Bielorrusia;Belarús
        BZ Belice
        CA Canadá
        CC Islas Cocos;Cocos Islands
        CD República Democrática del Congo;Democratic Republic of the Congo;DR Congo;DRC
        CF República Centroafricana
        CG Congo;República del Congo;Republic of the Congo
        CH Suiza;Schweiz;Suisse
        CI Costa de Marfil;Ivory Coast
        CK Islas Cook
        CL Chile
        CM Camerún
        CN China;República Popular China;PR China;People's Republic of China
        CO Colombia;República de Colombia
        CR Costa Rica
        CU Cuba
        CV Cabo Verde;Cape Verde
        CW Curazao;Curaçao
        CX Isla de Navidad
        CY Chipre
        CZ República Checa;Chequia;Czech Republic
        DE Alemania;Deutschland
        DJ Yibuti
        DK Dinamarca;Danmark
        DM Dominica
        DO República Dominicana;Rep. Dominicana
        DZ Argelia
        EC Ecuador
        EE Estonia
        EG Egipto
        EH Sahara Occidental
        ER Eritrea
        ES España
        ET Etiopía
        FI Finlandia;Suomi
        FJ Fiyi
        FK Islas Malvinas;Falkland Islands
        FM Micronesia
        FO Islas Feroe
        FR Francia
        GA Gabón
        GB Reino Unido;UK;U.K.;Great Britain;Gran Bretaña;Inglaterra;England;Scotland;Escocia;Wales;Gales;Northern Ireland;Irlanda del Norte;United Kingdom;United Kingdom of Great Britain and Northern Ireland
        GD Granada
        GE Georgia
        GF Guayana Francesa
        GG Guernesey
        GH Ghana
        GI Gibraltar
        GL Groenlandia
        GM Gambia;The Gambia
        GN Guinea
        GP Guadalupe
        GQ Guinea Ecuatorial
        GR Grecia
        GS Islas Georgias del Sur y Sandwich del Sur
        GT Guatemala
        GU Guam
        GW Guinea-Bisáu
        GY Guyana
        HK Hong Kong
        HM Islas Heard y McDonald
        HN Honduras
        HR Croacia
        HT Haití
        HU Hungría
        ID Indonesia
        IE Irlanda;Republic of Ireland
        IL Israel
        IM Isla de Man
        IN India
        IO Territorio Británico del Océano Índico
        IQ Irak
        IR Irán;Iran, Islamic Republic of
        IS Islandia
        IT Italia
        JE Jersey
        JM Jamaica
        JO Jordania
        JP Japón
        KE Kenia
        KG Kirguistán
        KH Camboya
        KI Kiribati
        KM Comoras
        KN San Cristóbal y Nieves;St. Kitts and Nevis
        KP Corea del Norte;North Korea
        KR Corea del Sur;South Korea;Corea;Republic of Korea
        KW Kuwait
        KY Islas Caimán
        KZ Kazajistán;Kazajstán
        LA Laos;Lao
        LB Líbano
        LC Santa Lucía;St. Lucia
        LI Liechtenstein
        LK Sri Lanka
        LR Liberia
        LS Lesoto
        LT Lituania
        LU Luxemburgo
        LV Letonia
        LY Libia
        MA Marruecos
        MC Mónaco
        MD Moldavia;Moldova
        ME Montenegro
        MF San Martín;St. Martin
        MG Madagascar
        MH Islas Marshall
        MK Macedonia del Norte;Macedonia
        ML Malí
        MM Birmania;Myanmar;Burma
        MN Mongolia
        MO Macao;Macau
        MP Islas Marianas del Norte
        MQ Martinica
        MR Mauritania
        MS Montserrat
        MT Malta
        MU Mauricio
        MV Maldivas
        MW Malaui
        MX México;Méjico;Estados Unidos Mexicanos
        MY Malasia
        MZ Mozambique
        NA Namibia
        NC Nueva Caledonia
        NE Níger
        NF Isla Norfolk
        NG Nigeria
        NI Nicaragua
        NL Países Bajos;Holanda;Holland;The Netherlands;Nederland
        NO Noruega;Norge
        NP Nepal
        NR Nauru
        NU Niue
        NZ Nueva Zelanda;Nueva Zelandia
        OM Omán
        PA Panamá
        PE Perú
        PF Polinesia Francesa
        PG Papúa Nueva Guinea
        PH Filipinas;The Philippines
        PK Pakistán
        PL Polonia;Polska
        PM San Pedro y Miquelón
        PN Islas Pitcairn
        PR Puerto Rico
        PS Palestina;Palestine
        PT Portugal
        PW Palaos
        PY Paraguay
        QA Catar
        RE Reunión
        RO Rumania;Rumanía
        RS Serbia
        RU Rusia;Russia;Federación de Rusia;Federación Rusa
        RW Ruanda
        SA Arabia Saudita;Arabia Saudí
        SB Islas Salomón
        SC Seychelles
        SD Sudán
        SE Suecia;Sverige
        SG Singapur
        SH Santa Elena
        SI Eslovenia
        SJ Svalbard y Jan Mayen
        SK Eslovaquia
        SL Sierra Leona
        SM San Marino
        SN Senegal
        SO Somalia
        SR Surinam
        SS Sudán del Sur
        ST Santo Tomé y Príncipe
        SV El Salvador
        SX Sint Maarten
        SY Siria;Syria
        SZ Esuatini;Suazilandia;Swaziland
        TC Islas Turcas y Caicos
        TD Chad
        TF Territorios Australes Franceses
        TG Togo
        TH Tailandia
        TJ Tayikistán
        TK Tokelau
        TL Timor Oriental;East Timor
        TM Turkmenistán
        TN Túnez
        TO Tonga
        TR Turquía;Turkey
        TT Trinidad y Tobago;Trinidad
        TV Tuvalu
        TW Taiwán;Taiwan
        TZ Tanzania
        UA Ucrania
        UG Uganda
        UM Islas Ultramarinas Menores de Estados Unidos
        US Estados Unidos;Estados Unidos de América;United States;United States of America;The United States;EE. UU.;EEUU;EE.UU;U.S.A.;U.S.;America;Norteamérica
        UY Uruguay;República Oriental del Uruguay
        UZ Uzbekistán
        VA Ciudad del Vaticano;Vaticano;Vatican City
        VC San Vicente y las Granadinas;St. Vincent
        VE Venezuela;Venezuela, Bolivarian Republic of;República Bolivariana de Venezuela
        VG Islas Vírgenes Británicas;British Virgin Islands
        VI Islas Vírgenes de los Estados Unidos;US Virgin Islands
        VN Vietnam;Viet Nam
        VU Vanuatu
        WF Wallis y Futuna
        WS Samoa
        YE Yemen
        YT Mayotte
        ZA Sudáfrica
        ZM Zambia
        ZW Zimbabue
        """;

    private static readonly FrozenDictionary<string, string> Codes = Read();

    /// <summary>The country with this code, or this name in English or Spanish; null if there is none.</summary>
    public static CountryInfo? Find(string text) =>
        // Names with half a surrogate pair or U+FFFE match no country and cannot be normalized.
        text.Any(character => char.IsSurrogate(character) || character == '\uFFFE') ? null
        : Countries.Find(text) ?? (Codes.TryGetValue(Fold(text), out var code) ? Countries.Find(code) : null);

    private static FrozenDictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            foreach (var name in line[3..].Split(';'))
                codes.TryAdd(Fold(name), line[..2]);
        }

        foreach (var country in Countries.All)
            codes.TryAdd(Fold(country.Name), country.Code);
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Fold(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && char.IsLetter(letter));
        return string.Concat(letters).ToLowerInvariant();
    }
}
