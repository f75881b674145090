import type { Topic } from './topic.ts';

export const englishProducts: readonly Topic[] = [
  {
    id: 'size-advice',
    language: 'en',
    weight: 3,
    subject: '{Which size?|Size advice $product|Between two sizes}',
    mails: [
      'I am {178|184|169} cm tall and {between|right between} $size and $size2. Which one should I take in the $product? {I wear it over a thick pullover.|I want to wear a fleece underneath.}',
      'Does the $product {run small|come up large}? {My husband usually takes $size.|I usually take $size.} And {what does it weigh|is it lined}?',
    ],
    again: [
      'You sent me the size table, I know that one. My question was whether to take $size or $size2 if I am between the two.',
    ],
    acknowledge: '{Thank you for your interest in the $product|Thanks for your question}.',
    facts: [
      '? {If you are between two sizes and wear something warm underneath, I recommend <$size2~$size>|With a layer underneath I would take <$size2~$size>}.',
      '{The $product is cut rather close|It has a fairly slim cut}; {the sleeves are <2~5> cm longer than average|the back is <2~5> cm longer than usual}.',
      '{You can order both and return one free of charge within <30~60> days|If in doubt, order both sizes and send one back free of charge within <30~60> days}.',
    ],
    invented: [
      'Our fitting studio is open every day from 10 to 20, no appointment needed.',
      'If the size is wrong, we alter it for free within a week.',
    ],
  },
  {
    id: 'care',
    language: 'en',
    weight: 2,
    subject: '{How do I wash this?|Care of the $product|Washing instructions}',
    mails: [
      'The label in my $product has {washed out|become unreadable}. {How do I wash it?|At what temperature can I wash it?} {Tumble dryer yes or no?|Is the tumble dryer ok?} {There is a coffee stain on it ☕|The kids had ice cream on it.}',
      'I have washed the $product {once|twice} and {it has lost its shape|water no longer pearls off}. Did I do something wrong? What do you recommend?',
    ],
    again: [
      'So no softener, understood. But can it go into the tumble dryer, and at which temperature do I wash the $product?',
    ],
    acknowledge: '{Thank you for your question|Thanks for asking before washing it again}.',
    facts: [
      '? {The $product can be washed at <30~60> degrees on a gentle cycle|Please wash it at <30~60> degrees on a gentle cycle}, {inside out and with little spin|turned inside out}.',
      '- {Use a liquid detergent and no softener|No softener, please: it clogs the fabric}.',
      '- {Let it dry flat or on a hanger; the tumble dryer is <not suitable~fine>|Do dry it in the air, the tumble dryer is <not suitable~fine>}.',
      '{For stains, dab with lukewarm water and a little gall soap before washing|Dab stains with lukewarm water and gall soap first}.',
    ],
    invented: [
      'Our cleaning service collects and washes your article once a year free of charge.',
      'Damage from washing is always covered by our guarantee.',
    ],
  },
  {
    id: 'back-in-stock',
    language: 'en',
    weight: 3,
    subject: '{When is the $product back?|Sold out in $size|Availability of $product}',
    mails: [
      'The $product in $colour, size $size, has been sold out for weeks. {Will it come back?|Is it coming back or discontinued?} {I do not want to miss it again.|Can you put one aside for me?}',
      'Do you know when the $product will be available again{ in $size|}? The page only says "soon", {and has done so since May|which is not very helpful 😅}.',
    ],
    again: [
      'I signed up for the reminder, it came, and two hours later the $product was gone again. Can you not reserve one in $size for me?',
    ],
    acknowledge:
      '{Thank you for your interest|Thanks for asking}. {The $product has been more popular than we expected|I understand that you do not want to miss it}.',
    facts: [
      '? {The next delivery is planned for <calendar week 34~next Monday>|We expect new stock in <calendar week 34~the coming days>}, {including $size in $colour|also in $size}.',
      '{Please enter your address under "Remind me" on the product page, then you get a mail within the hour|With "Remind me" on the product page you get a mail as soon as it is in}.',
      '{We cannot reserve articles before they have arrived|Reservations are only possible once it is in stock}.',
      '{The price stays at $amount|It will still cost $amount}.',
    ],
    invented: [
      'I have put you on our VIP list, so one piece will be sent to you automatically.',
      'You can also collect it from our showroom, where it is always available.',
    ],
  },
  {
    id: 'material',
    language: 'en',
    weight: 2,
    subject: '{Material question|Is the $product vegan?|Allergy - what is it made of?}',
    mails: [
      'I react to {wool|latex|nickel}. {Is there any in the $product?|Does the $product contain it?} {The description only says "natural materials".|Your page does not say.} And where is it made?',
      'New $product smells quite {chemical|strongly}. Is that normal, and what is it treated with? {I have a small child at home.|I am a bit worried, with a baby in the house.}',
    ],
    again: [
      'Thank you, but I asked about {latex|nickel}, not about where it is made. Is there any in the $product?',
    ],
    acknowledge: '{Thank you for asking before using it|Thank you for your question about the $product}.',
    facts: [
      '? {It is made of <92 % organic cotton and 8 % elastane~100 % organic cotton> and contains neither wool nor latex|The fabric is <92 % organic cotton and 8 % elastane~100 % organic cotton>; there is no wool and no latex in it}.',
      '{The metal parts are <nickel-free~stainless steel>|All metal parts are <nickel-free~stainless steel>}.',
      '{It is sewn in <Portugal~Italy>|It is made in a family workshop in <Portugal~Italy>}.',
      '{A slight smell comes from the packaging and goes away after airing it for a day|If it smells at first, airing it for a day or one wash helps}.',
    ],
    invented: [
      'It has been certified by a hospital as suitable for all allergies.',
      'All our articles are tested on people with sensitive skin for one year.',
    ],
  },
  {
    id: 'gift-wrap',
    language: 'en',
    weight: 2,
    subject: '{Gift wrapping|It is a present|Gift note for $order}',
    mails: [
      '{Can you wrap the $product as a present and leave out the invoice?|Order $order is a present: please no prices in the box.} {The card should say "Happy 40th, Lene!"|A little card would be lovely 🎁} {What does that cost?}',
      'I forgot to tick gift wrapping for $order. Is it too late? It goes straight to my {sister|godson} in $city.',
    ],
    again: [
      'My sister got the parcel: no wrapping, and the invoice was on top. I had asked for the opposite. What went wrong with $order?',
    ],
    acknowledge: '{Thank you for your message|What a nice idea}.',
    facts: [
      '? {I have added gift wrapping to order $order; it costs <4.50~2.50> euros|Gift wrapping is now part of order $order, for <4.50~2.50> euros}.',
      '{The invoice comes to you by mail only, so there are no prices in the box|No invoice will be in the parcel: you get it by mail}.',
      '{A card may have up to <150~300> characters; please reply with your text by tomorrow 10:00|For the card, please send me your text of up to <150~300> characters by tomorrow 10:00}.',
    ],
    invented: [
      'Our team will sing "Happy Birthday" on delivery if you wish.',
      'Gift orders can be exchanged by the recipient for two years.',
    ],
  },
  {
    id: 'price-drop',
    language: 'en',
    weight: 2,
    subject: '{Price dropped after I bought it|Price difference $order|Cheaper two days later}',
    mails: [
      'I paid $amount for the $product on $ordered and {today it is on sale for $net|now I see it for $net}. {Can you refund the difference?|That is a bit annoying. Do I get the difference?} Order $order.',
      'Another shop has the same $product for $net. Do you match prices? I have not opened the parcel yet ($order).',
    ],
    again: [
      'I understand you have no price match. But then I would like to return the $product and order it again for $net. Is that allowed?',
    ],
    acknowledge: '{Thank you for your message|I can see why that is annoying}.',
    facts: [
      '? {We refund the difference if the price drops within <7~30> days of the order; for order $order that is <$diff~$amount>|If the price falls within <7~30> days after the order, you get the difference back, here <$diff~$amount>}.',
      '{The amount goes to the payment method you used and arrives within <5~2> working days|You will see it on your account within <5~2> working days}.',
      '{Prices of other shops are not part of this|We cannot match the prices of other shops}.',
    ],
    invented: [
      'We always beat any competitor by another 10 %.',
      'The lower price applies to all your orders of the last twelve months.',
    ],
  },
  {
    id: 'hotline',
    language: 'en',
    weight: 2,
    subject: '{Nobody answers the phone|Complaint about your hotline|Waited 40 minutes}',
    mails: [
      'I was on hold for {40|25} minutes and then cut off. {Twice.|This is no way to treat customers.} All I want to know is {whether order $order has been sent|when the $product will arrive}. {Call me back.|Is anyone there at all?}',
      'Your chat bot just repeats the same three sentences. {I want a human being.|Can a person please read this?} My question: how do I get {a new zip puller for my $product|the $product from order $order repaired}?',
    ],
    again: [
      'You promised a call back and nobody called. Please answer by mail then: what is the state of order $order?',
    ],
    acknowledge: '{Thank you for telling us plainly|I am sorry that you waited so long and got no answer}.',
    facts: [
      '? {Order $order {left our warehouse on <$shipped~$wrongDate>|was handed to $carrier on <$shipped~$wrongDate>} and should arrive by $due2|To your question: order $order was shipped on <$shipped~$wrongDate> and is expected by $due2}.',
      '{On Mondays the lines are busiest; from Tuesday to Friday between <14:00 and 17:00~8:00 and 10:00> you usually get through at once|You reach us best between <14:00 and 17:00~8:00 and 10:00>}.',
      '{We cannot call you back at the moment, but I will answer every reply to this mail myself|Please simply reply to this mail, it comes directly to me}.',
    ],
    invented: [
      'Our manager will call you personally this evening.',
      'For each minute on hold we credit one euro to your account.',
    ],
  },
];
