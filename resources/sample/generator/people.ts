import type { Language } from './topics/topic.ts';

/** Everybody and everything here is made up. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  /** Chance that this agent rewrites small wording although nothing is wrong. */
  readonly fussiness: number;
  readonly weight: number;
}

export const agents: readonly Agent[] = [
  { id: 'agent-02', name: 'Mira', fussiness: 0.5, weight: 5 },
  { id: 'agent-04', name: 'Jonas', fussiness: 0.2, weight: 4 },
  { id: 'agent-07', name: 'Salma', fussiness: 0.65, weight: 4 },
  { id: 'agent-09', name: 'Bram', fussiness: 0.25, weight: 3 },
  { id: 'agent-11', name: 'Ines', fussiness: 0.4, weight: 3 },
  { id: 'agent-12', name: 'Petr', fussiness: 0.1, weight: 2 },
];

export const firstNames: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Amelia',
    'Rhys',
    'Priya',
    'Declan',
    'Nora',
    'Tom',
    'Hazel',
    'Callum',
    'Yusuf',
    'Maeve',
    'Oskar',
    'Leila',
    'Gwen',
    'Arjun',
    'Bella',
    'Niall',
    'Freya',
    'Miles',
    'Ingrid',
    'Samir',
    'Tess',
    'Hugh',
    'Rosa',
    'Kit',
    'Dana',
    'Edwin',
  ],
  de: [
    'Katrin',
    'Lukas',
    'Sabine',
    'Jürgen',
    'Anneke',
    'Moritz',
    'Heike',
    'Tobias',
    'Elif',
    'Matthias',
    'Franziska',
    'Uwe',
  ],
  fr: ['Camille', 'Étienne', 'Mireille', 'Bastien', 'Solène'],
  nl: ['Femke', 'Joost', 'Marijke', 'Ruben', 'Sanne'],
};

export const lastNames: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Pemberly',
    'Okonedo',
    'Thistlewood',
    'Raman',
    'Ferncombe',
    'Hallaran',
    'Quillby',
    'Dunmarrow',
    'Sandhu',
    'Wexcombe',
    'Larsby',
    'Marlowe-Tan',
    'Ashdene',
    'Kettering',
    'Orrick',
    'Vanstone',
    'Bellweather',
    'Coldbrook',
    'Iqbal',
    'Penhallow',
  ],
  de: [
    'Brandhofer',
    'Kaltwasser',
    'Yildiz',
    'Oberländer',
    'Nienburg',
    'Strohmaier',
    'Wiesengrund',
    'Hollerbach',
    'Petersen',
    'Zwickl',
  ],
  fr: ['Montclair', 'Delorge', 'Vauquelin', 'Bressac'],
  nl: ['van der Heuvel', 'Dijkgraaf', 'Oosterling', 'de Wit-Smeets'],
};

export interface Product {
  readonly names: Readonly<Record<Language, string>>;
  readonly cents: number;
  readonly kind: 'clothing' | 'gear';
}

/** German names are feminine and Dutch ones take "de", so that the templates' articles fit all of them. */
function product(
  kind: Product['kind'],
  cents: number,
  en: string,
  de: string,
  fr: string,
  nl: string,
): Product {
  return { kind, cents, names: { en, de, fr, nl } };
}

export const products: readonly Product[] = [
  product(
    'clothing',
    14_990,
    'Alder rain jacket',
    'Regenjacke Alder',
    'veste de pluie Alder',
    'regenjas Alder',
  ),
  product(
    'clothing',
    8_950,
    'Fennick fleece',
    'Fleecejacke Fennick',
    'polaire Fennick',
    'fleecetrui Fennick',
  ),
  product('clothing', 11_900, 'Tarn hiking trousers', 'Wanderhose Tarn', 'pantalon Tarn', 'wandelbroek Tarn'),
  product(
    'clothing',
    6_490,
    'Rowan linen shirt',
    'Leinenbluse Rowan',
    'chemise en lin Rowan',
    'linnen blouse Rowan',
  ),
  product(
    'clothing',
    17_500,
    'Kestor down vest',
    'Daunenweste Kestor',
    'doudoune Kestor',
    'bodywarmer Kestor',
  ),
  product('clothing', 3_990, 'Moss merino beanie', 'Merinomütze Moss', 'bonnet Moss', 'muts Moss'),
  product(
    'clothing',
    9_900,
    'Burr corduroy overshirt',
    'Cordjacke Burr',
    'surchemise Burr',
    'overhemdjas Burr',
  ),
  product('clothing', 12_450, 'Selkie swim parka', 'Badeparka Selkie', 'parka Selkie', 'zwemparka Selkie'),
  product('gear', 7_900, 'Drift roll-top backpack', 'Rolltasche Drift', 'sac à dos Drift', 'rugzak Drift'),
  product(
    'gear',
    4_290,
    'Hearth camping lantern',
    'Campinglaterne Hearth',
    'lanterne Hearth',
    'lantaarn Hearth',
  ),
  product(
    'gear',
    2_950,
    'Brook insulated bottle',
    'Thermosflasche Brook',
    'gourde Brook',
    'thermosfles Brook',
  ),
  product('gear', 13_900, 'Perch hammock', 'Hängematte Perch', 'hamac Perch', 'hangmat Perch'),
  product('gear', 5_690, 'Ember enamel cook set', 'Kochgarnitur Ember', 'popote Ember', 'kookset Ember'),
  product('gear', 9_490, 'Larder cool bag', 'Kühltasche Larder', 'glacière Larder', 'koeltas Larder'),
  product('gear', 21_900, 'Knoll two-person tent', 'Zeltplane Knoll', 'tente Knoll', 'tent Knoll'),
  product(
    'gear',
    6_990,
    'Saddler bike pannier',
    'Fahrradtasche Saddler',
    'sacoche Saddler',
    'fietstas Saddler',
  ),
];

export const carriers: readonly string[] = ['Norlane Post', 'Kestrel Parcel', 'Viapak'];

export const cities: Readonly<Record<Language, readonly string[]>> = {
  en: ['Leeds', 'Utrecht', 'Cork', 'Hamburg', 'Ghent', 'Aarhus', 'Bristol', 'Porto'],
  de: ['Leipzig', 'Freiburg', 'Linz', 'Kassel', 'Lübeck'],
  fr: ['Nantes', 'Lyon', 'Namur', 'Grenoble'],
  nl: ['Utrecht', 'Zwolle', 'Gent', 'Breda'],
};

export const streets: Readonly<Record<Language, readonly string[]>> = {
  en: ['17 Weaver Row', '4 Lantern Court', '82b Orchard Lane', '9 Old Quay'],
  de: ['Lindengasse 14', 'Am Mühlbach 3', 'Kirschenallee 27a'],
  fr: ['12 rue des Tilleuls', '5 impasse du Lavoir'],
  nl: ['Molenpad 22', 'Kersenlaan 8'],
};

export const colours: readonly string[] = ['moss green', 'slate', 'rust', 'navy', 'oat', 'plum'];

export const sizes: readonly string[] = ['XS', 'S', 'M', 'L', 'XL'];
