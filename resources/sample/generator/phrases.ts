import type { Language } from './topics/topic.ts';

/** A small question asked on the side, and its answer. */
export interface Aside {
  readonly ask: string;
  readonly answer: string;
}

/** What is said about no matter in particular, in one language. All texts are templates. */
export interface Phrases {
  readonly customerGreeting: string;
  readonly customerClosing: string;
  readonly annoyed: string;
  readonly friendly: string;
  readonly greeting: Readonly<Record<'v1' | 'v2' | 'v3', string>>;
  readonly agentGreeting: string;
  readonly acknowledgeAgain: string;
  readonly apologies: readonly string[];
  readonly restatement: string;
  readonly padding: readonly string[];
  /** Tone the shop does not want, of short drafts: cheerful or reproachful. */
  readonly badTone: readonly string[];
  readonly closing: readonly string[];
  readonly signOff: Readonly<Record<'v1' | 'v2' | 'v3', string>>;
  readonly agentSignOff: string;
  /** What a draft says that does not take up the question at all. */
  readonly evasive: readonly string[];
  /** What an agent writes in place of a promise that the shop cannot keep. */
  readonly honest: readonly string[];
  readonly orderReference: string;
  /** Names the matter in one sentence. */
  readonly about: string;
  /** What a person adds that a draft does not have. */
  readonly personal: { readonly angry: string; readonly friendly: string; readonly friday: string };
  readonly asides: readonly Aside[];
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    customerGreeting:
      '{Hi,|Hello,|Hi there,|Good morning,|Dear Brackenfold team,|Hello Brackenfold,|Dear Sir or Madam,|Hey,}',
    customerClosing:
      '{Thanks,|Kind regards,|Best,|Many thanks,|Regards,|Cheers,|Thank you in advance}\n{$name|$first|$name}',
    annoyed:
      '{This is the second time I am writing.|I have been a customer for years and this is new to me.|I am starting to lose my patience.|Frankly, I expected better.|I do not want a standard answer, please.|If this is not solved this week I will dispute the payment.|Not impressed so far 😠|I really do not have time for this.}',
    friendly:
      '{By the way, I love the shop.|No rush at all.|Your last delivery was super quick, thanks for that!|Sorry for the trouble 🙏|I know you have a lot to do.|Hope you are having a good week.|Enjoy the sun ☀️}',
    greeting: {
      v1: '{Dear valued customer,|Dear $name,|Dear customer,}',
      v2: '{Hi $first,|Hello,|Hi there,}',
      v3: '{Hello $first,|Dear $name,|Hello $name,}',
    },
    agentGreeting: '{Hi $first,|Hello $first,|Dear $name,}',
    acknowledgeAgain:
      '{Thank you for writing again|Thanks for coming back to us}. {I see that my last answer did not settle it|I understand that you would like a clear answer}.',
    apologies: [
      '{Please accept our sincerest apologies for the inconvenience this has caused you|We are truly and deeply sorry for this unpleasant experience}, {which does not reflect the standards we set for ourselves|and we fully understand how frustrating this must be}.',
      '{Once again, we would like to apologise wholeheartedly for any trouble|We cannot apologise enough for this situation} {and thank you for your understanding and patience|and deeply regret that you had to contact us}.',
      '{We are terribly sorry|Our deepest apologies} that you had to take the time to write to us about this matter, as we know how valuable your time is.',
    ],
    restatement:
      '{As we understand from your message, you are contacting us about order $order, which you placed on $ordered, and you would like to receive further information in this regard|We have carefully read your message about the $product and would like to take this opportunity to address your concern in detail}.',
    padding: [
      'At Brackenfold, {the satisfaction of our customers is at the heart of everything we do|we work tirelessly every day to give our customers the best possible experience}, {and your feedback helps us to become better|and we take every single message very seriously}.',
      '{We would like to assure you that our entire team is working hard to resolve matters like this as quickly as possible|Rest assured that your concern has been noted and given the attention it deserves}.',
      '{For your convenience, you will also find answers to many frequently asked questions in the help section of our website|In addition, we would like to point out that our help pages contain a great deal of further useful information}, {which is updated regularly|available around the clock}.',
      '{Please do not hesitate to contact us at any time should you have any further questions, concerns or suggestions|Should there be anything else whatsoever that we can assist you with, please do not hesitate to reach out to us again}.',
    ],
    badTone: [
      '{No worries at all|Oh no|Whoops}, {we totally got you|we have got your back}! 🎉',
      '{As clearly stated in our terms and conditions|As you could have seen on our website}, {this information was available to you at the time of ordering|the relevant details are published there}.',
      '{Your request has been registered and is being processed in accordance with our guidelines|Your complaint cannot be traced in full on our side}.',
      '{Please understand that we receive many such messages and cannot treat each one first|Please refrain from sending several messages about the same matter}.',
    ],
    closing: [
      '{If anything else comes up, just reply to this mail|Just reply to this mail if you have another question}.',
      '{I hope this helps|I hope that answers your question}.',
      '{Thank you for shopping with us|Thank you for your patience}.',
      '{Let me know if anything is unclear|Please let me know if this works for you}.',
    ],
    signOff: {
      v1: '{Yours sincerely,|Kindest regards,}\nYour Brackenfold team',
      v2: '{Best,|Best regards,}\nBrackenfold customer care',
      v3: '{Kind regards,|Best wishes,}\nBrackenfold customer care',
    },
    agentSignOff: '{Kind regards,|Best wishes,|Best,}\n$agent, Brackenfold customer care',
    evasive: [
      '{You can see the current state of every order in your account under "My orders"|All information about your orders is available under "My orders" in your account}.',
      '{Deliveries usually take 2 to 4 working days, returns are possible within 30 days and refunds are made to the original payment method|Our usual delivery time is 2 to 4 working days; articles can be returned within 30 days}.',
      '{You find our most important answers on the help pages|Many questions are already answered on our help pages}.',
    ],
    honest: [
      '{I cannot promise a date, but I will write to you as soon as I know more|I do not want to promise anything I cannot keep, so I will write again tomorrow}.',
      '{As a small apology, shipping of your next order is on us|I can offer you free shipping on your next order}.',
      '{I have asked my colleague in the warehouse to look at it today|I am checking this with our warehouse today}.',
    ],
    orderReference: '{Your order number is $order|I have your order $order in front of me}.',
    about: 'You asked about {the $product from order $order|your order $order ($product)}.',
    personal: {
      angry:
        '{I can understand that you are annoyed, you should have had a clear answer by now|You are right to be annoyed, and I will look after this myself}.',
      friendly: '{Thank you for the kind words, they made our day|And thanks for being so patient with us}.',
      friday: '{Have a lovely weekend!|Have a good weekend.}',
    },
    asides: [
      {
        ask: '{Also:|One more thing:|PS:} do you ship to Austria?',
        answer: 'Yes, we ship to Austria; it costs 6.90 euros and takes 3 to 5 working days.',
      },
      {
        ask: '{By the way, is|And is} the code from the last newsletter still valid?',
        answer:
          'The code from the last newsletter has expired, the next one comes in the first week of the month.',
      },
      {
        ask: 'Can I also have the invoice as a PDF?',
        answer: '{The invoice $invoice is attached as a PDF|I have attached invoice $invoice}.',
      },
      {
        ask: '{And do|Do} you have a shop where I could look at things?',
        answer: 'We do not have a shop, Brackenfold only exists online.',
      },
      {
        ask: 'PS: is the $otherProduct coming back?',
        answer: 'The $otherProduct will be back in the autumn, about the end of September.',
      },
      {
        ask: '{And can you|Could you} take my old phone number out of my account?',
        answer: 'I have removed the phone number from your account.',
      },
      {
        ask: 'And how do I get fewer boxes? Everything comes {in three layers of cardboard|far too big}.',
        answer:
          'Thank you for the note about the packaging, you can choose "less packaging" at the checkout.',
      },
      {
        ask: '{Oh, and where|Where} are your things made?',
        answer: 'Most of our clothing is made in Portugal, the bags are sewn in Slovenia.',
      },
    ],
  },
  de: {
    customerGreeting: '{Hallo,|Guten Tag,|Sehr geehrte Damen und Herren,|Hallo Brackenfold-Team,|Moin,}',
    customerClosing: '{Viele Grüße|Mit freundlichen Grüßen|Danke und Gruß|Beste Grüße}\n{$name|$name|$first}',
    annoyed:
      '{Ich schreibe jetzt zum zweiten Mal.|Das bin ich von Ihnen nicht gewohnt.|Bitte keine Standardantwort.|So macht das keinen Spaß 😤}',
    friendly:
      '{Ansonsten bin ich sehr zufrieden mit Ihnen!|Es eilt nicht.|Danke schon mal 🙂|Schöne Woche noch!}',
    greeting: {
      v1: '{Sehr geehrte Kundin, sehr geehrter Kunde,|Guten Tag $name,}',
      v2: '{Hallo $first,|Guten Tag,}',
      v3: '{Guten Tag $name,|Hallo $first $last,}',
    },
    agentGreeting: '{Guten Tag $name,|Hallo $name,}',
    acknowledgeAgain:
      '{vielen Dank, dass Sie noch einmal schreiben|danke für Ihre erneute Nachricht}. {Ich verstehe, dass Sie eine klare Antwort möchten|Meine letzte Antwort hat Ihnen offenbar nicht geholfen}.',
    apologies: [
      '{Wir möchten uns in aller Form für die entstandenen Unannehmlichkeiten entschuldigen|Wir bedauern zutiefst, dass Sie diese unerfreuliche Erfahrung machen mussten}, {die keinesfalls unserem Anspruch entspricht|und können Ihren Ärger voll und ganz nachvollziehen}.',
      '{Nochmals bitten wir vielmals um Entschuldigung|Es tut uns wirklich außerordentlich leid}, dass Sie sich deswegen an uns wenden mussten.',
    ],
    restatement:
      'Wie wir Ihrer Nachricht entnehmen, {beziehen Sie sich auf Ihre Bestellung $order vom $ordered und wünschen hierzu weitere Auskünfte|geht es Ihnen um Ihre Bestellung $order, zu der Sie nähere Informationen erhalten möchten}.',
    padding: [
      'Die Zufriedenheit unserer Kundinnen und Kunden {steht für uns stets an erster Stelle|liegt uns sehr am Herzen}, {und wir nehmen jede Rückmeldung sehr ernst|und Ihr Hinweis hilft uns, noch besser zu werden}.',
      'Ergänzend möchten wir Sie darauf hinweisen, dass {Sie auf unseren Hilfeseiten viele weitere nützliche Informationen finden|unsere Hilfeseiten rund um die Uhr für Sie erreichbar sind}.',
      'Für Rückfragen, Anregungen oder weitere Anliegen {stehen wir Ihnen selbstverständlich jederzeit gerne zur Verfügung|zögern Sie bitte nicht, uns jederzeit erneut zu kontaktieren}.',
    ],
    badTone: [
      '{Gar kein Problem|Ach herrje}, {das kriegen wir hin|wir sind für dich da}! 🎉',
      'Wie Sie unseren AGB hätten entnehmen können, {waren diese Angaben bereits bei der Bestellung ersichtlich|ist dies dort eindeutig geregelt}.',
      'Bitte sehen Sie von mehrfachen Anfragen zum selben Vorgang ab.',
    ],
    closing: [
      '{Bei Fragen antworten Sie einfach auf diese Mail|Wenn noch etwas offen ist, schreiben Sie mir gern}.',
      '{Ich hoffe, das hilft Ihnen weiter|Ich hoffe, damit ist Ihre Frage beantwortet}.',
      'Vielen Dank für Ihr Verständnis.',
    ],
    signOff: {
      v1: '{Mit vorzüglicher Hochachtung|Mit den allerbesten Grüßen}\nIhr Brackenfold-Team',
      v2: 'Beste Grüße\nBrackenfold Kundenservice',
      v3: '{Freundliche Grüße|Viele Grüße}\nBrackenfold Kundenservice',
    },
    agentSignOff: '{Viele Grüße|Freundliche Grüße}\n$agent, Brackenfold Kundenservice',
    evasive: [
      'Den aktuellen Stand aller Bestellungen {sehen Sie in Ihrem Konto unter "Meine Bestellungen"|finden Sie jederzeit in Ihrem Kundenkonto}.',
      'Die Lieferzeit beträgt in der Regel 2 bis 4 Werktage, Rücksendungen sind innerhalb von 30 Tagen möglich.',
      'Antworten auf die häufigsten Fragen finden Sie auf unseren Hilfeseiten.',
    ],
    honest: [
      '{Versprechen kann ich das leider nicht, ich melde mich aber, sobald ich mehr weiß|Einen festen Termin kann ich nicht zusagen, ich schreibe Ihnen aber morgen noch einmal}.',
      'Als kleine Entschuldigung ist der Versand Ihrer nächsten Bestellung kostenlos.',
      'Ich kläre das heute noch mit unserem Lager.',
    ],
    orderReference: 'Es geht um Ihre Bestellung $order.',
    about:
      '{Es geht um die $product aus Bestellung $order|Zu Ihrer Bestellung $order ($product)}: {hier der aktuelle Stand|gern gebe ich Ihnen Auskunft}.',
    personal: {
      angry:
        '{Ihren Ärger kann ich gut verstehen|Dass Sie verärgert sind, verstehe ich}, {ich kümmere mich jetzt selbst darum|Sie hätten längst eine klare Antwort bekommen sollen}.',
      friendly: '{Über Ihre freundlichen Worte haben wir uns sehr gefreut|Danke auch für die netten Worte}.',
      friday: '{Ein schönes Wochenende!|Ich wünsche Ihnen ein schönes Wochenende.}',
    },
    asides: [
      {
        ask: '{Noch eine Frage:|PS:} Liefern Sie auch in die Schweiz?',
        answer: 'In die Schweiz liefern wir für 14,90 Euro, das dauert 5 bis 8 Werktage.',
      },
      {
        ask: 'Und gilt der Code aus dem letzten Newsletter noch?',
        answer: 'Der Code aus dem letzten Newsletter ist leider abgelaufen.',
      },
      {
        ask: 'Haben Sie eigentlich auch einen Laden?',
        answer: 'Einen Laden haben wir nicht, es gibt uns nur online.',
      },
      {
        ask: 'Kann ich auch die Rechnung als PDF bekommen?',
        answer: 'Die Rechnung $invoice habe ich angehängt.',
      },
    ],
  },
  fr: {
    customerGreeting: '{Bonjour,|Bonjour à tous,|Madame, Monsieur,}',
    customerClosing: "{Cordialement,|Merci d'avance,|Bien à vous,}\n$name",
    annoyed:
      "{Ce n'est pas très sérieux.|C'est la deuxième fois que j'écris.|Je commence à perdre patience.}",
    friendly: "{Merci pour votre aide 🙂|Ce n'est pas urgent.|Bonne journée à vous !}",
    greeting: {
      v1: '{Chère cliente, cher client,|Bonjour $name,}',
      v2: '{Bonjour,|Bonjour $first,}',
      v3: 'Bonjour $name,',
    },
    agentGreeting: 'Bonjour $name,',
    acknowledgeAgain:
      '{merci de nous avoir réécrit|merci pour votre nouveau message}. Je comprends que vous attendiez une réponse claire.',
    apologies: [
      'Nous vous présentons nos excuses les plus sincères pour {ce désagrément tout à fait indépendant de notre volonté|cette situation regrettable}, {qui ne correspond en rien à nos exigences|dont nous mesurons pleinement la gêne}.',
      'Nous sommes vraiment navrés que vous ayez dû prendre le temps de nous écrire.',
    ],
    restatement:
      'Si nous comprenons bien votre message, il concerne votre commande $order du $ordered, à propos de laquelle vous souhaitez obtenir de plus amples informations.',
    padding: [
      'La satisfaction de nos clients {est au cœur de toutes nos préoccupations|est notre priorité absolue}, et chacun de vos messages nous aide à progresser.',
      "Par ailleurs, nos pages d'aide contiennent de nombreuses informations utiles et sont accessibles à tout moment.",
      "N'hésitez surtout pas à nous recontacter pour toute autre question, remarque ou suggestion.",
    ],
    badTone: [
      "Pas de panique, on s'occupe de tout ! 🎉",
      'Comme indiqué dans nos conditions générales, ces informations étaient disponibles lors de la commande.',
    ],
    closing: [
      "{N'hésitez pas à répondre à ce message|Je reste à votre disposition}.",
      'Merci pour votre patience.',
    ],
    signOff: {
      v1: "Avec nos salutations les plus distinguées,\nL'équipe Brackenfold",
      v2: 'Cordialement,\nService client Brackenfold',
      v3: '{Cordialement,|Bien à vous,}\nService client Brackenfold',
    },
    agentSignOff: '{Cordialement,|Bien à vous,}\n$agent, service client Brackenfold',
    evasive: [
      'Vous pouvez suivre toutes vos commandes dans votre compte, rubrique « Mes commandes ».',
      'Nos livraisons prennent en général 2 à 4 jours ouvrables et les retours sont possibles pendant 30 jours.',
    ],
    honest: [
      "Je ne peux pas vous le promettre, mais je vous écrirai dès que j'en saurai plus.",
      "Je vérifie ce point avec notre entrepôt aujourd'hui.",
    ],
    orderReference: "Il s'agit de votre commande $order.",
    about: 'Votre message concerne la commande $order ($product).',
    personal: {
      angry: "Je comprends votre mécontentement et je m'en occupe personnellement.",
      friendly: 'Merci aussi pour votre gentil message.',
      friday: 'Bon week-end !',
    },
    asides: [
      {
        ask: 'Livrez-vous aussi au Luxembourg ?',
        answer: 'Oui, nous livrons au Luxembourg pour 6,90 euros.',
      },
      {
        ask: 'Puis-je aussi recevoir la facture en PDF ?',
        answer: 'Vous trouverez la facture $invoice en pièce jointe.',
      },
    ],
  },
  nl: {
    customerGreeting: '{Hallo,|Goedemorgen,|Beste Brackenfold,}',
    customerClosing: '{Met vriendelijke groet,|Groeten,|Alvast bedankt,}\n$name',
    annoyed: '{Dit is de tweede keer dat ik schrijf.|Dit valt me tegen van jullie.}',
    friendly: '{Verder heel tevreden hoor!|Geen haast 🙂|Fijne dag nog!}',
    greeting: { v1: '{Geachte klant,|Geachte heer of mevrouw,}', v2: 'Hallo $first,', v3: 'Beste $first,' },
    agentGreeting: '{Hallo $first,|Beste $first,}',
    acknowledgeAgain:
      '{bedankt dat u opnieuw schrijft|bedankt voor uw nieuwe bericht}. Ik begrijp dat u een duidelijk antwoord wilt.',
    apologies: [
      'Wij bieden u onze oprechte excuses aan voor {het grote ongemak dat dit voor u heeft veroorzaakt|deze bijzonder vervelende ervaring}, {dat niet past bij onze eigen normen|en wij begrijpen uw frustratie volkomen}.',
      'Nogmaals spijt het ons ontzettend dat u hierover contact met ons moest opnemen.',
    ],
    restatement:
      'Wij hebben uit uw bericht begrepen dat het gaat om bestelling $order van $ordered en dat u daarover graag meer informatie wenst te ontvangen.',
    padding: [
      'De tevredenheid van onze klanten {staat bij ons altijd voorop|is voor ons het allerbelangrijkste}, en uw reactie helpt ons om nog beter te worden.',
      "Op onze hulppagina's vindt u bovendien dag en nacht nog veel meer nuttige informatie.",
      'Mocht u nog vragen, opmerkingen of suggesties hebben, aarzelt u dan vooral niet om opnieuw contact met ons op te nemen.',
    ],
    badTone: [
      'Geen probleem joh, wij fiksen het! 🎉',
      'Zoals duidelijk in onze voorwaarden staat, was deze informatie bij het bestellen beschikbaar.',
    ],
    closing: [
      '{Hebt u nog vragen, antwoord dan gerust op deze mail|Laat het gerust weten als er nog iets is}.',
      'Bedankt voor uw geduld.',
    ],
    signOff: {
      v1: 'Hoogachtend,\nUw Brackenfold-team',
      v2: 'Groeten,\nBrackenfold klantenservice',
      v3: 'Met vriendelijke groet,\nBrackenfold klantenservice',
    },
    agentSignOff: '{Met vriendelijke groet,|Vriendelijke groet,}\n$agent, Brackenfold klantenservice',
    evasive: [
      'U kunt al uw bestellingen volgen in uw account onder "Mijn bestellingen".',
      'De levertijd is meestal 2 tot 4 werkdagen en retourneren kan binnen 30 dagen.',
    ],
    honest: [
      'Dat kan ik helaas niet beloven, maar ik schrijf u zodra ik meer weet.',
      'Ik zoek dit vandaag uit met ons magazijn.',
    ],
    orderReference: 'Het gaat om bestelling $order.',
    about: 'U vroeg naar bestelling $order ($product).',
    personal: {
      angry: 'Ik begrijp dat u ontevreden bent en kijk er zelf naar.',
      friendly: 'Bedankt ook voor uw vriendelijke woorden.',
      friday: 'Fijn weekend!',
    },
    asides: [
      { ask: 'Bezorgt u ook in België?', answer: 'Ja, naar België bezorgen we voor 4,90 euro.' },
      { ask: 'Kan ik ook de factuur als pdf krijgen?', answer: 'De factuur $invoice vindt u in de bijlage.' },
    ],
  },
};
