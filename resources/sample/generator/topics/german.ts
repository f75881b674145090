import type { Topic } from './topic.ts';

export const german: readonly Topic[] = [
  {
    id: 'de-late-parcel',
    language: 'de',
    weight: 3,
    subject: '{Wo bleibt mein Paket?|Lieferung $order|Bestellung noch nicht da}',
    mails: [
      'ich habe am $ordered bei Ihnen die $product bestellt (Bestellnummer $order) und {bis heute nichts erhalten|warte immer noch}. {Laut Ihrer Mail sollte das Paket am $due da sein.|Zugesagt war der $due.} Können Sie mir bitte sagen, wo es ist?',
      '{die Sendungsverfolgung steht seit fünf Tagen auf "unterwegs"|seit Tagen tut sich bei der Sendungsverfolgung nichts}. Ich brauche die $product aber {zum Geburtstag meiner Tochter|vor dem Urlaub}. {Kommt das noch?|Ist das Paket verloren gegangen?} Bestellung $order',
    ],
    again: [
      'ich hatte bereits nachgefragt und keine klare Antwort bekommen. Noch einmal ganz einfach: An welchem Tag kommt mein Paket ($order), oder ist es weg?',
    ],
    acknowledge:
      '{vielen Dank für Ihre Nachricht|danke für Ihre Nachfrage zu Bestellung $order}. {Es tut mir leid, dass das Paket noch nicht da ist|Ich verstehe, dass Sie längst damit gerechnet haben}.',
    facts: [
      '{Ich habe nachgesehen|Ich habe den Sendungsverlauf geprüft}: Ihr Paket hat unser Lager am <$shipped~$ordered> verlassen und liegt jetzt im Zustellzentrum in $city.',
      '? {Die Zustellung ist für den <$due2~$wrongDate> vorgesehen|$carrier stellt es voraussichtlich am <$due2~$wrongDate> zu}.',
      '{Die Sendungsnummer lautet $tracking|Sie können die Sendung unter der Nummer $tracking verfolgen}.',
      '{Falls es bis dahin nicht kommt, schreiben Sie mir bitte, dann stelle ich einen Nachforschungsauftrag|Sollte es nicht ankommen, starten wir eine Nachforschung; sie dauert bis zu <fünf~zwei> Werktage}.',
    ],
    invented: [
      'Als Entschädigung erhalten Sie automatisch 20 % Rabatt auf alle künftigen Bestellungen.',
      'Wir garantieren die Zustellung morgen vor 10 Uhr, sonst ist die Bestellung kostenlos.',
    ],
  },
  {
    id: 'de-refund',
    language: 'de',
    weight: 3,
    subject: '{Rückerstattung $order|Wo ist mein Geld?|Gutschrift fehlt}',
    mails: [
      'vor {zwei|drei} Wochen habe ich die $product zurückgeschickt, {das Geld ist aber noch nicht auf meinem Konto|von den $amount sehe ich bisher nichts}. Laut Beleg ist das Paket am $due bei Ihnen angekommen. Bestellnummer $order.',
      '{wann bekomme ich mein Geld zurück?|wann kommt meine Erstattung?} Die Rücksendung zu $order wurde am $due bestätigt. {Ich finde das langsam ärgerlich.|So langsam verliere ich die Geduld.}',
    ],
    again: [
      'Sie schrieben von fünf Werktagen, inzwischen sind es neun. Wurde die Erstattung von $amount nun überwiesen und wenn ja, wann und wohin?',
    ],
    acknowledge: '{vielen Dank für Ihre Geduld|danke für Ihre Nachricht zur Rücksendung}.',
    facts: [
      '{Ihre Rücksendung ist am <$due~$wrongDate> bei uns eingetroffen und wurde am $shipped2 geprüft|Wir haben das Paket am <$due~$wrongDate> erhalten und am $shipped2 geprüft}.',
      '? {Die Erstattung über <$amount~$net> haben wir am $shipped2 auf das ursprüngliche Zahlungsmittel veranlasst|Am $shipped2 haben wir <$amount~$net> auf Ihr Konto zurückgebucht}.',
      '{Je nach Bank dauert die Gutschrift bis zu <fünf~zwei> Werktage|Bis die Bank den Betrag anzeigt, vergehen bis zu <fünf~zwei> Werktage}.',
      '{Wenn Sie bis zum $due2 nichts sehen, melden Sie sich bitte, ich schicke Ihnen dann die Referenz der Überweisung|Bitte melden Sie sich, falls bis zum $due2 nichts eingegangen ist}.',
    ],
    invented: [
      'Zusätzlich zahlen wir Ihnen Verzugszinsen von 1 % pro Woche.',
      'Ich habe eine Eilüberweisung veranlasst, das Geld ist in einer Stunde da.',
    ],
  },
  {
    id: 'de-size',
    language: 'de',
    weight: 3,
    subject: '{Umtausch in andere Größe|Größe passt nicht|Umtausch $order}',
    mails: [
      'die $product in $size ist mir leider {zu klein|zu eng an den Schultern}. {Kann ich gegen $size2 tauschen?|Haben Sie das noch in $size2?} {Das Etikett ist noch dran.|Getragen habe ich es nicht.} Bestellung $order',
      '{schöne Qualität, aber die Größe stimmt nicht|gefällt mir gut, sitzt aber nicht}: Ich bräuchte die $product in $size2 statt $size. {Muss ich die Rücksendung selbst bezahlen?|Was kostet mich der Umtausch?} 🙂',
    ],
    again: [
      'über Ihren Link kann ich nur zurückgeben, nicht umtauschen. Ich möchte aber kein Geld, sondern die $product in $size2. Wie geht das?',
    ],
    acknowledge:
      '{vielen Dank für Ihre Nachricht|danke, dass Sie sich melden}. {Ein Umtausch ist kein Problem|Natürlich können Sie umtauschen}.',
    facts: [
      '? {Größe $size2 ist vorrätig, ich habe sie bis zum <$due2~$wrongDate> für Sie zurückgelegt|Wir haben $size2 auf Lager und halten ein Stück bis zum <$due2~$wrongDate> für Sie bereit}.',
      '- {Öffnen Sie in Ihrem Konto die Bestellung <$order~$wrongOrder> und wählen Sie "Umtauschen"|Wählen Sie bei Bestellung <$order~$wrongOrder> die Schaltfläche "Umtauschen"}.',
      '- {Geben Sie das Paket mit dem Etikett in einem $carrier-Shop ab|Bringen Sie das Paket mit dem QR-Code in einen $carrier-Shop}.',
      '{Der Umtausch ist innerhalb von <30~60> Tagen kostenlos|Sie haben <30~60> Tage Zeit, Kosten entstehen Ihnen nicht}.',
    ],
    invented: [
      'Auf Wunsch lassen wir das Stück kostenlos von unserer Schneiderei anpassen.',
      'Sie dürfen beide Größen vier Wochen lang zu Hause testen.',
    ],
  },
  {
    id: 'de-invoice',
    language: 'de',
    weight: 2,
    subject: '{Rechnung zu $order|Rechnung fehlt|Bitte um Rechnung}',
    mails: [
      '{im Paket lag keine Rechnung|ich finde nirgends eine Rechnung}. Könnten Sie mir die Rechnung zu Bestellung $order bitte als PDF schicken? {Ich brauche sie für die Steuer.|Unsere Buchhaltung wartet darauf.}',
      'ich benötige zu $order eine Rechnung auf unsere Firma mit Umsatzsteuer-ID. {Geht das nachträglich?|Ist das noch möglich?} Betrag $amount, bestellt am $ordered.',
    ],
    again: [
      'auf der neuen Rechnung steht immer noch mein Privatname. Bitte korrigieren Sie das, wir brauchen sie auf die Firma.',
    ],
    acknowledge: '{vielen Dank für Ihre Anfrage|danke für Ihre Nachricht}.',
    facts: [
      '? {Im Anhang finden Sie die Rechnung $invoice zu Bestellung <$order~$wrongOrder> über $amount|Die Rechnung $invoice (Bestellung <$order~$wrongOrder>, $amount) habe ich angehängt}.',
      '{Alle Rechnungen stehen auch in Ihrem Konto unter "Meine Bestellungen"|Sie können sie auch jederzeit unter "Meine Bestellungen" herunterladen}.',
      '{Für eine Rechnung auf eine Firma brauche ich Namen, Anschrift und Umsatzsteuer-ID; das geht bis <14~30> Tage nach der Bestellung|Soll sie auf eine Firma lauten, schicken Sie mir bitte Namen, Anschrift und Umsatzsteuer-ID}.',
    ],
    invented: [
      'Eine beglaubigte Kopie geht Ihnen zusätzlich per Einschreiben zu.',
      'Ihrem Finanzamt haben wir die Rechnung bereits übermittelt.',
    ],
  },
  {
    id: 'de-damaged',
    language: 'de',
    weight: 2,
    subject: '{Ware beschädigt|Defekt angekommen: $order|Beschädigung}',
    mails: [
      '{leider ist die $product beschädigt angekommen|das Paket war eingedrückt und die $product hat einen Riss}. Fotos hängen an. {Bitte schicken Sie mir Ersatz.|Ich möchte einen Austausch.} Bestellung $order',
      'für $amount hätte ich mehr erwartet: Die $product kam {mit einem Fleck|mit offener Naht} an. {Wie geht es jetzt weiter?|Was schlagen Sie vor?} ($order)',
    ],
    again: [
      'ich möchte keinen Rabatt, sondern ein unbeschädigtes Stück. Bekomme ich nun Ersatz für die $product oder nicht?',
    ],
    acknowledge:
      '{vielen Dank für Ihre Nachricht und die Fotos|danke für die Bilder}. {Das darf nicht passieren|Es tut mir leid, dass die Ware so angekommen ist}.',
    facts: [
      '? {Sie erhalten kostenlos Ersatz, der unser Lager am <$ships~$shipped> verlässt|Der Ersatz ist in Vorbereitung und geht am <$ships~$shipped> an Sie heraus}.',
      '{Bitte bewahren Sie die beschädigte Ware noch <14~30> Tage auf|Heben Sie das beschädigte Stück bitte <14~30> Tage auf, falls $carrier es prüfen will}.',
      '{Möchten Sie lieber Ihr Geld zurück, erstatte ich Ihnen <$amount~$net>|Alternativ erstatte ich Ihnen gern <$amount~$net>}.',
    ],
    invented: [
      'Bei Schäden erstatten wir grundsätzlich den doppelten Kaufpreis.',
      'Ein Techniker kommt diese Woche bei Ihnen vorbei.',
    ],
  },
  {
    id: 'de-voucher',
    language: 'de',
    weight: 2,
    subject: '{Gutschein geht nicht|Code $voucher ungültig|Rabattcode}',
    mails: [
      'der Code $voucher wird {an der Kasse nicht angenommen|als ungültig angezeigt}, obwohl er bis zum $due2 gelten soll. Was mache ich falsch?',
      '{ich habe bei $order vergessen, meinen Gutschein $voucher einzugeben|leider habe ich den Code $voucher bei Bestellung $order nicht eingegeben} 🙈 Können Sie die 10 % nachträglich abziehen?',
    ],
    again: [
      'der Code geht immer noch nicht. Ist die $product davon ausgenommen oder liegt es an Ihrem Shop?',
    ],
    acknowledge: '{vielen Dank für Ihre Nachricht|danke für den Hinweis}.',
    facts: [
      '? {Der Code gilt bis zum <$due2~$wrongDate> ab einem Warenwert von <60~40> Euro, aber nicht für reduzierte Artikel|Er gilt bis zum <$due2~$wrongDate> und ab <60~40> Euro, reduzierte Artikel sind ausgenommen}.',
      '{Die $product ist zurzeit reduziert, deshalb wurde er abgelehnt|Ihr Warenkorb lag knapp darunter}.',
      '{Aus Kulanz habe ich Ihnen <$small~$net> gutgeschrieben|Ich habe Ihnen <$small~$net> von Hand abgezogen}.',
    ],
    invented: [
      'Mit dem Code HALLO50 erhalten Sie ab sofort die Hälfte auf alles.',
      'Den Code können Sie beliebig oft und auch für Freunde verwenden.',
    ],
  },
  {
    id: 'de-address',
    language: 'de',
    weight: 2,
    subject: '{Falsche Adresse angegeben|Adresse ändern $order|Umzug}',
    mails: [
      '{mir ist gerade aufgefallen, dass bei $order noch meine alte Adresse steht|bei Bestellung $order habe ich leider die alte Adresse angegeben}. Bitte liefern Sie an: $street, $city. {Klappt das noch?|Ist das noch möglich?}',
    ],
    again: [
      'ich weiß immer noch nicht, ob mein Paket an die alte oder die neue Adresse geht. Bitte prüfen Sie $order ($street, $city).',
    ],
    acknowledge: '{vielen Dank für Ihre schnelle Nachricht|danke für Ihre Nachricht}.',
    facts: [
      '? {Ich habe die Lieferadresse der Bestellung <$order~$wrongOrder> auf $street, $city geändert|Die Bestellung <$order~$wrongOrder> geht jetzt an $street, $city}.',
      '{Sie war noch nicht gepackt, daher war das noch möglich|Das Paket hatte unser Lager noch nicht verlassen}.',
      '{Bitte ändern Sie die Adresse auch in Ihrem Konto unter "Meine Daten"|In Ihrem Konto steht noch die alte Adresse, Sie können sie unter "Meine Daten" ändern}.',
    ],
    invented: ['Alle bereits verschickten Pakete werden ebenfalls automatisch umgeleitet.'],
  },
  {
    id: 'de-warranty',
    language: 'de',
    weight: 2,
    subject: '{Reklamation $product|Reißverschluss defekt|Gewährleistung}',
    mails: [
      'nach {vier|sieben} Monaten ist an der $product {der Reißverschluss kaputt|eine Naht aufgegangen}, bei normalem Gebrauch. {Ist das ein Garantiefall?|Das ist doch sicher ein Garantiefall?} Gekauft unter $order, Rechnung habe ich noch.',
    ],
    again: [
      'die Fotos haben Sie inzwischen. Wird die $product nun repariert oder ersetzt, und wie lange dauert es?',
    ],
    acknowledge:
      '{vielen Dank für Ihre Nachricht|danke für die Beschreibung}. {So früh darf das nicht passieren|Es tut mir leid, dass Sie damit Ärger haben}.',
    facts: [
      '? {Ja, das fällt unter unsere Garantie von <zwei~fünf> Jahren|Auf alle Artikel geben wir <zwei~fünf> Jahre Garantie, das gilt auch hier}.',
      '- {Schicken Sie das Stück sauber und trocken mit dem angehängten Etikett ein|Bitte nutzen Sie das angehängte kostenlose Etikett}.',
      '- {Legen Sie eine Kopie der Rechnung bei|Legen Sie die Rechnung und eine kurze Beschreibung bei}.',
      '{Unsere Werkstatt braucht etwa <drei Wochen~drei Tage>; geht es nicht zu reparieren, bekommen Sie ein neues|Die Reparatur dauert etwa <drei Wochen~drei Tage>}.',
    ],
    invented: [
      'In der Zwischenzeit leihen wir Ihnen kostenlos ein Ersatzstück.',
      'Mit jeder Reparatur verlängert sich die Garantie um fünf Jahre.',
    ],
  },
];
