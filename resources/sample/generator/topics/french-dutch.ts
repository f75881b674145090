import type { Topic } from './topic.ts';

export const frenchAndDutch: readonly Topic[] = [
  {
    id: 'fr-late-parcel',
    language: 'fr',
    weight: 2,
    subject: '{Où est mon colis ?|Commande $order|Retard de livraison}',
    mails: [
      "j'ai commandé le $ordered ($product, commande $order) et {je n'ai toujours rien reçu|rien n'est arrivé}. {La livraison était prévue pour le $due.|Vous aviez annoncé le $due.} Pouvez-vous me dire où est mon colis ?",
      "le suivi indique « en transit » depuis cinq jours. {C'est pour un anniversaire.|J'en ai besoin avant mon départ en vacances.} Est-ce que le colis $order est perdu ?",
    ],
    again: [
      'je vous ai déjà écrit à ce sujet. Je voudrais simplement une date : quel jour vais-je recevoir la commande $order ?',
    ],
    acknowledge:
      '{merci pour votre message|merci de nous avoir écrit au sujet de la commande $order}. {Je suis désolée que le colis ne soit pas encore arrivé|Je comprends votre impatience}.',
    facts: [
      "{J'ai vérifié le suivi|Après vérification} : votre colis a quitté notre entrepôt le <$shipped~$ordered> et se trouve au dépôt de $city.",
      '? {La livraison est prévue pour le <$due2~$wrongDate>|$carrier doit le livrer le <$due2~$wrongDate>}.',
      '{Le numéro de suivi est $tracking|Vous pouvez le suivre avec le numéro $tracking}.',
      "{S'il n'arrive pas, répondez à ce message et nous ouvrirons une enquête|Sans nouvelles à cette date, nous ouvrirons une enquête de <cinq~deux> jours ouvrables}.",
    ],
    invented: [
      'Pour vous remercier, toutes vos prochaines livraisons seront gratuites.',
      'Nous garantissons la livraison demain avant midi.',
    ],
  },
  {
    id: 'fr-return',
    language: 'fr',
    weight: 2,
    subject: '{Retour de la commande $order|Comment renvoyer un article ?}',
    mails: [
      "je souhaite renvoyer l'article ($product) {parce que la taille ne va pas|car la couleur ne me plaît pas}. {Comment faire, et est-ce que c'est gratuit ?|Quelle est la procédure ?} Commande $order.",
      "il n'y avait pas d'étiquette de retour dans le colis $order. {Jusqu'à quand puis-je renvoyer l'article ?|J'ai combien de temps ?} Faut-il la boîte d'origine ?",
    ],
    again: ["votre site ne reconnaît pas le numéro $order. Comment puis-je obtenir l'étiquette de retour ?"],
    acknowledge:
      '{merci pour votre message|merci de nous avoir contactés}. {Le retour est très simple|Je vous explique volontiers la démarche}.',
    facts: [
      "? {Vous avez <30~14> jours après la livraison, donc jusqu'au <$deadline~$wrongDate>|Le délai de retour est de <30~14> jours, soit jusqu'au <$deadline~$wrongDate>}.",
      '- {Indiquez le numéro $order et votre code postal sur la page des retours|Sur la page des retours, saisissez le numéro $order}.',
      '- {Déposez le colis dans un point $carrier|Déposez le paquet dans un point $carrier et gardez le reçu}.',
      "{Le retour est gratuit et la boîte d'origine n'est pas nécessaire|Vous n'avez rien à payer, et une autre boîte convient aussi}.",
    ],
    invented: [
      'Un coursier passera chez vous demain entre 8 h et 10 h.',
      "Vous pouvez aussi le rapporter dans n'importe quel supermarché.",
    ],
  },
  {
    id: 'nl-late-parcel',
    language: 'nl',
    weight: 2,
    subject: '{Waar blijft mijn pakket?|Bestelling $order}',
    mails: [
      'op $ordered heb ik de $product besteld ({bestelnummer|nummer} $order), maar {het pakket is nog steeds niet aangekomen|ik heb nog niets ontvangen}. {Het zou er op $due zijn.|Beloofd was $due.} Kunt u nakijken waar het is?',
      'de track & trace staat al vijf dagen op "onderweg". {Het is een cadeau, dus ik word een beetje zenuwachtig 😬|Ik ga volgende week op vakantie.} Komt het nog? Bestelling $order',
    ],
    again: ['ik had hier al naar gevraagd. Op welke dag krijg ik bestelling $order, of is het pakket kwijt?'],
    acknowledge:
      '{bedankt voor uw bericht|dank u voor uw vraag over bestelling $order}. {Wat vervelend dat het pakket er nog niet is|Ik begrijp dat u het al had verwacht}.',
    facts: [
      '{Ik heb het nagekeken|Ik heb de zending gecontroleerd}: uw pakket heeft ons magazijn op <$shipped~$ordered> verlaten en ligt nu in het depot in $city.',
      '? {Het wordt naar verwachting op <$due2~$wrongDate> bezorgd|$carrier bezorgt het op <$due2~$wrongDate>}.',
      '{Het nummer van de zending is $tracking|U kunt het volgen met nummer $tracking}.',
      '{Is het er dan nog niet, laat het mij weten, dan starten we een onderzoek|Komt het niet aan, dan starten we een onderzoek van <vijf~twee> werkdagen}.',
    ],
    invented: [
      'Als compensatie krijgt u 20 % korting op al uw volgende bestellingen.',
      'Wij garanderen bezorging morgen voor 12 uur.',
    ],
  },
  {
    id: 'nl-refund',
    language: 'nl',
    weight: 2,
    subject: '{Geld terug $order|Waar is mijn terugbetaling?}',
    mails: [
      '{twee|drie} weken geleden heb ik de $product teruggestuurd en {ik heb mijn geld nog niet terug|er is nog niets op mijn rekening}. Volgens de bezorger hebt u het op $due ontvangen. Het gaat om $amount, bestelling $order.',
    ],
    again: [
      'u schreef vijf werkdagen, het zijn er nu negen. Is de $amount voor $order overgemaakt, en wanneer?',
    ],
    acknowledge: '{bedankt voor uw geduld|bedankt voor uw bericht over de terugbetaling}.',
    facts: [
      '{Uw retour is op <$due~$wrongDate> bij ons aangekomen|We hebben het pakket op <$due~$wrongDate> ontvangen en op $shipped2 gecontroleerd}.',
      '? {We hebben <$amount~$net> op $shipped2 teruggestort via de betaalmethode die u gebruikte|Op $shipped2 is <$amount~$net> naar u overgemaakt}.',
      '{Het kan tot <vijf~twee> werkdagen duren voordat uw bank het toont|Afhankelijk van de bank ziet u het binnen <vijf~twee> werkdagen}.',
      '{Ziet u op $due2 nog niets, stuur mij dan een bericht|Laat het mij weten als er op $due2 nog niets is}.',
    ],
    invented: ['We betalen ook rente over de vertraging.', 'Het geld staat binnen een uur op uw rekening.'],
  },
];
