import type { Topic } from './topic.ts';

export const englishReturns: readonly Topic[] = [
  {
    id: 'wrong-item',
    language: 'en',
    weight: 3,
    subject: '{Wrong item received|You sent me the wrong thing|Order $order: wrong article}',
    mails: [
      '{I opened the parcel and found a $otherProduct instead of the $product I ordered.|Instead of my $product there was a $otherProduct in the box.} {I do not want to pay for sending it back.|Who pays for the return?} {Order $order.|My order number: $order.}',
      'Hmm, I ordered the $product in $colour, and what came is the same thing in $otherColour. {I would like the one I ordered, please.|Can you swap it?} {Photo attached.|I attached a picture.} $order',
    ],
    again: [
      'I have sent the wrong article back, but nobody has told me when the right one is coming. When will I get the $product?',
      'Is the $product on its way now, or do I have to order it again? I returned the wrong item days ago. Order $order.',
    ],
    acknowledge:
      '{Thank you for your message and sorry for the mix-up|I am sorry that we sent you the wrong article}.',
    facts: [
      '? {The right $product in $colour will be sent <as soon as the return is on its way~today>|We send you the correct one <as soon as the return label has been scanned~today>}.',
      '- {Please use the attached return label, it is free of charge|A prepaid return label is attached, so you pay nothing}.',
      '- {Put the wrong article back into the same box and drop it off at any $carrier shop|You can hand the parcel in at any $carrier shop within <14~30> days}.',
      '{You do not have to place a new order|There is no need to order again}.',
    ],
    invented: [
      'You may keep the wrong article as a gift, there is no need to send it back.',
      'In addition we will credit $small to your account for the inconvenience.',
    ],
  },
  {
    id: 'wrong-size',
    language: 'en',
    weight: 5,
    subject: '{Exchange for another size|$product too small|Size exchange, order $order}',
    mails: [
      'The $product in $size is {too small|too tight across the shoulders|shorter than I thought}. {Can I exchange it for $size2?|I would need $size2.} {I have taken it out of the bag but not worn it.|The tags are still on.} Order $order',
      '{Lovely quality, but|Nice piece, but} $size does not fit me. Do you still have the $product in $size2, and {do I have to pay for the return|how does an exchange work}? {I ordered on $ordered.|It arrived on $due.}',
      'I normally wear $size everywhere, yours runs small!! How do I swap the $product for $size2? ($order) 🙈',
    ],
    again: [
      'I sent the $product back a week ago for an exchange to $size2. Has it arrived, and when will I get the other one?',
      'Your link only lets me return it for a refund. I do not want a refund, I want the $product in $size2. How do I do that?',
    ],
    acknowledge:
      '{Thank you for your message|Thanks for trying our $product}. {Of course you can exchange it|An exchange is no problem}.',
    facts: [
      '? {The $product is in stock in $size2 and I have reserved one for you until <$due2~$wrongDate>|Good news: $size2 is available, and I have put one aside until <$due2~$wrongDate>}.',
      '- {Open "My orders", choose order <$order~$wrongOrder> and then "Exchange"|In your account, go to order <$order~$wrongOrder> and choose "Exchange"}.',
      '- {Print the label, or show the QR code at a $carrier shop|Take the parcel with the label or the QR code to a $carrier shop}.',
      '{The exchange is free of charge within <30~60> days of delivery|You have <30~60> days from delivery, and the exchange costs you nothing}.',
    ],
    invented: [
      'We also offer a free tailoring service in case the new size does not fit either.',
      'You can keep both sizes for two weeks at home and decide then.',
    ],
  },
  {
    id: 'return-how',
    language: 'en',
    weight: 4,
    subject: '{How do I return something?|Return of order $order|Return label}',
    mails: [
      'I would like to return the $product. {There was no label in the box.|I cannot find a return form anywhere.} {How does it work and what does it cost?|What do I do?} Order $order.',
      'Hi, changed my mind about the $product ({too heavy|colour is not what I expected|my partner already has one}). {How long do I have to send it back?|Until when can I send it back?} And do I need the original box?',
    ],
    again: [
      'The return portal says my order number is unknown. I typed $order exactly as in the mail. How can I return the $product then?',
    ],
    acknowledge:
      '{Thank you for your message|Thanks for getting in touch}. {I am glad to help with the return|Returning the $product is simple}.',
    facts: [
      '? {You can return it within <30~14> days of delivery, that is until <$deadline~$wrongDate>|The return period is <30~14> days, so you have time until <$deadline~$wrongDate>}.',
      '- {Enter order number $order and your postcode on our return page|Go to the return page and enter order number $order with your postcode}.',
      '- {Print the label or save the QR code|You get a label as PDF or a QR code}.',
      '- {Hand the parcel in at any $carrier shop and keep the receipt|Drop it off at a $carrier shop and keep the receipt until the refund has arrived}.',
      '{The original box is not needed, any sturdy box will do|You do not need the original box}, {but the article should be unworn and have its tags|as long as the article is unworn and tagged}.',
    ],
    invented: [
      'Our courier will collect the parcel from your home tomorrow between 8 and 10.',
      'Returns are also possible in every supermarket in your city.',
    ],
  },
  {
    id: 'return-late',
    language: 'en',
    weight: 2,
    subject: '{Return after 30 days?|Too late to return?|Late return of $order}',
    mails: [
      'I know I am late, but {I was in hospital|we were travelling|I simply forgot}. Can I still return the $product from order $order? {It is unused.|It has never left the bag.} I bought it on $ordered.',
      'Your website refuses my return because it is "outside the return period". {By two days!|It is only three days over.} {Seriously?|Can you make an exception?} Order $order, $product, $amount.',
    ],
    again: [
      'So is that a yes or a no? I just want to know whether you take the $product back although the 30 days are over.',
    ],
    acknowledge: '{Thank you for being open about it|Thank you for your message about order $order}.',
    facts: [
      '{The return period of <30~14> days ended on <$deadline~$wrongDate>|Our return period is <30~14> days and ended on <$deadline~$wrongDate> for this order}.',
      '? {As the article is unused, we make an exception and offer you a voucher for the full <$amount~$net>|Since it is unworn, I can offer you a voucher for the full <$amount~$net>, though not a refund to your account}.',
      '{Please send it back within the next 7 days with the attached label|A label is attached; please send the parcel within 7 days}.',
      'The voucher is valid for <three years~twelve months>.',
    ],
    invented: [
      'For loyal customers the return period is extended to 100 days.',
      'We will of course refund the full amount to your card today.',
    ],
  },
  {
    id: 'damaged',
    language: 'en',
    weight: 4,
    subject: '{Arrived damaged|Broken on arrival: $order|Damaged $product}',
    mails: [
      'My $product arrived {with a crack|torn at the seam|with a broken buckle|scratched}. The box itself {was fine|looked like somebody had stood on it}. {Please replace it.|I would like a new one.} I have added two photos. Order $order.',
      '{Very disappointed.|Not what I expect for $amount.} The $product from order $order came out of the box {broken|with a big stain}. {What are you going to do about it?|What now?}',
    ],
    again: [
      'I sent photos {on Monday|last week} and have heard nothing since. Will the damaged $product be replaced or not?',
      'As I wrote before, the $product is broken. I do NOT want a discount, I want one that is in one piece. 😠 $order',
    ],
    acknowledge:
      '{Thank you for your message and the photos|Thanks for sending the pictures}. {I am sorry the $product arrived like that|That should not have happened}.',
    facts: [
      '? {We will send you a new $product free of charge; it leaves our warehouse on <$ships~$shipped>|A replacement is being prepared and leaves our warehouse on <$ships~$shipped>, at no cost to you}.',
      '{Please keep the damaged one for <14~30> days, in case $carrier wants to inspect it|We may need the damaged article for the claim against $carrier, so please keep it for <14~30> days}.',
      '{If you would rather have your money back, tell me and I will refund <$amount~$net> instead|You can also choose a refund of <$amount~$net>; just let me know}.',
    ],
    invented: [
      'In cases of damage we always refund twice the purchase price.',
      'A technician will visit you this week to assess the damage.',
      'You additionally receive a voucher of $small, which is already in your account.',
    ],
  },
  {
    id: 'refund-status',
    language: 'en',
    weight: 5,
    subject: '{Where is my refund?|Refund for order $order|Still waiting for my money}',
    mails: [
      'I returned the $product {two|three} weeks ago and {have not seen my money yet|am still waiting for the refund}. {The tracking says you got it on $due.|According to the carrier it reached you on $due.} When will I get my $amount?',
      'Return for $order was confirmed on $due. {My bank shows nothing.|Nothing on my card so far.} Could you check {whether the refund has been made|what is going on}?',
      'WHERE IS MY REFUND? $amount, order $order, sent back ages ago.',
    ],
    again: [
      'You said five working days. It is now nine. Please send me proof that the $amount were transferred, or transfer them.',
      'Once more: has the refund for $order been sent, on which day and to which account?',
    ],
    acknowledge:
      '{Thank you for your patience|Thank you for your message about the refund for order $order}.',
    facts: [
      '{Your return reached our warehouse on <$due~$wrongDate> and was checked on $shipped2|We received the $product on <$due~$wrongDate> and checked it on $shipped2}.',
      '? {The refund of <$amount~$net> was sent on $shipped2 to the payment method you used|We refunded <$amount~$net> on $shipped2 to your original means of payment}.',
      '{It can take up to <5~2> working days until your bank shows it|Depending on the bank it shows up within <5~2> working days}.',
      '{If it has not arrived by $due2, please write to me again and I will send you the payment reference|Should you see nothing by $due2, I will gladly send you the reference of the transfer}.',
    ],
    invented: [
      'We also pay interest of 1 % for each week of delay.',
      'I have asked our bank to treat your transfer as urgent, so it will arrive within the hour.',
    ],
  },
  {
    id: 'warranty',
    language: 'en',
    weight: 3,
    subject: '{Zip broken after four months|Warranty claim|Guarantee on the $product}',
    mails: [
      'The {zip|buckle|seam} on my $product {gave up|came apart} after {four|seven|ten} months of {normal use|weekend hikes}. {Is that covered by the guarantee?|Surely that is a warranty case.} {I still have the invoice.|Order $order, bought on $ordered.}',
      'I bought the $product last autumn (order $order) and now the coating is {peeling off|coming off in flakes}. {Photos attached.} Do you repair this or do I get a new one? How long does it take?',
    ],
    again: [
      'I have described the fault and sent the photos. Could you please simply tell me if the $product will be repaired or replaced, and how long I will be without it?',
    ],
    acknowledge:
      '{Thank you for your message|Thanks for the description and the photos}. {A fault like this should not appear so early|I am sorry that the $product has let you down}.',
    facts: [
      '? {This is covered: all our articles carry a guarantee of <two years~five years> from the date of purchase|Yes, it falls under our guarantee of <two years~five years>}.',
      '- {Send it to our workshop with the attached free label|Please pack it clean and dry and use the attached label}.',
      '- {Enclose a copy of the invoice and a short description of the fault|Please add the invoice and mark the place with a piece of tape}.',
      '{The repair takes about <three weeks~three days>; if it cannot be repaired, you receive a new one|Our workshop needs about <three weeks~three days>. If a repair is not possible, we replace it}.',
    ],
    invented: [
      'Meanwhile we lend you a replacement of the same model free of charge.',
      'The guarantee is extended by another five years with every repair.',
    ],
  },
  {
    id: 'spare-part',
    language: 'en',
    weight: 2,
    subject: '{Spare part for $product|Lost a part|Can I buy a replacement strap?}',
    mails: [
      'I lost {a strap|the lid|one of the toggles} of my $product. {Do you sell that separately?|Can I order just that part?} {The rest is perfectly fine and I do not want to throw it away.|It would be a shame to buy a whole new one.}',
      'Is there a spare {buckle|strap|cap} for the $product, bought $ordered under $order? The dog got hold of it 🐶',
    ],
    again: [
      'The link to the spare parts gives me "page not found". Could you please tell me the part number for the $product, or send the part to me directly?',
    ],
    acknowledge:
      '{Thank you for wanting to keep your $product going|Thanks for asking - we like it when things are repaired}.',
    facts: [
      '? {We do have this part: number SP-<4417~4471>, for $small plus shipping|The part is available under SP-<4417~4471> and costs $small plus shipping}.',
      '{You can order it by replying to this mail, I will then send you a payment link|Reply with "yes" and I will send you a payment link}.',
      '{It goes out as a letter and takes <3 to 5~1 to 2> working days|As a letter it takes <3 to 5~1 to 2> working days}.',
      '{Fitting it needs no tools|No tools are needed to fit it}.',
    ],
    invented: [
      'Spare parts are free of charge for life for all registered customers.',
      'Any shoemaker in your city fits it on our account.',
    ],
  },
];
