import type { Topic } from './topic.ts';

export const englishDelivery: readonly Topic[] = [
  {
    id: 'late-parcel',
    language: 'en',
    weight: 5,
    subject: '{Where is my parcel?|Order $order still not here|Delivery of order $order|Late delivery}',
    mails: [
      'I ordered the $product on $ordered and {was told|your confirmation said} it would be here by $due. {It is now well past that and nothing has come.|Nothing has arrived.} {Can you tell me where it is?|Where is it?} {The order number is $order.|Order $order.}',
      '{My order $order has not turned up.|Order $order is late.} The tracking page has said "in transit" for {four|five|six} days now. {I need the $product for a trip on the weekend, so please tell me honestly whether it will be here in time.|It is a birthday present, so I would like to know whether I should buy something else.}',
      'just checking on $order, ordered on $ordered. {the mail said 2-4 working days|I expected it by $due}. is it lost or just slow? {thx|thanks}',
    ],
    again: [
      'I asked about this {last week|a few days ago} and still have no parcel. {Your answer told me to wait.|You asked me to be patient.} What I want to know is simple: on which day will the $product from order $order arrive, or is it lost?',
      'Still nothing. {To put it differently:|Let me ask again:} can you please check with $carrier where the $product is and give me an actual date? Order $order.',
    ],
    acknowledge:
      '{Thank you for your message about order $order|Thanks for getting in touch about your $product}. {I am sorry it has not reached you yet|I understand that you expected it by now}.',
    facts: [
      '{I have checked the shipment|I looked at the tracking|I have looked into it}: your parcel left our warehouse on <$shipped~$ordered> and was last scanned at the $carrier depot in $city.',
      '? {According to the carrier it will be delivered on <$due2~$wrongDate>|$carrier expects to deliver it on <$due2~$wrongDate>}.',
      '{You can follow it with tracking number $tracking|The tracking number is $tracking, in case you want to follow it yourself}.',
      '{If it has not arrived by then, please write back and we will open a search request with the carrier|Should it not arrive by then, we will start an inquiry with $carrier, which takes up to <five~two> working days}.',
    ],
    invented: [
      'As compensation, you will automatically receive 15 % off your next three orders.',
      'We guarantee delivery tomorrow before noon, otherwise the whole order is free of charge.',
      'Our late delivery guarantee entitles you to a refund of the shipping costs plus $small for every further day.',
    ],
  },
  {
    id: 'delivered-not-received',
    language: 'en',
    weight: 3,
    subject: '{Parcel marked delivered but I have nothing|Not received: $order|"Delivered" - but where?}',
    mails: [
      '{The tracking says my parcel was delivered|$carrier claims to have delivered my order} on $due, but {I was home all day and nobody rang|there is nothing at my door and the neighbours have not seen it}. {It is the $product, order $order.|Order number is $order.} What happens now?',
      'My $product ($order) shows as delivered since $due. I have asked {on both sides of the hallway|next door} and looked {in the garage|behind the bins}, nothing. {Who signed for it?|Do you know who signed for it?}',
    ],
    again: [
      'You sent me the delivery confirmation, but that is exactly the problem: I do not have the parcel. Will you send the $product again or give me my money back?',
      'I have now filled in the form. {Could you please tell me what happens next and how long it takes?|How long does this take, and who pays?} Order $order, $product.',
    ],
    acknowledge:
      '{Thank you for letting us know|Thanks for writing so quickly} {that the $product did not reach you|that your parcel is missing although it is marked as delivered}.',
    facts: [
      '{The carrier recorded the delivery on $due at <14:20~12:40>|According to $carrier, the parcel was handed over on $due at <14:20~12:40>} {and noted "left with neighbour"|without a signature}.',
      '- {Please check once more with your direct neighbours|Please look for a delivery card in your letterbox}.',
      '- {Then reply to this mail with a short statement that you did not receive it|If it is still missing, please confirm in a short reply that you did not get it}.',
      '? {With that we open an investigation, which takes up to <8~3> working days, and after it we send a replacement or refund $amount, as you prefer|As soon as we have your reply, we start an investigation with $carrier; it takes up to <8~3> working days, and you then choose between a replacement and a refund of $amount}.',
    ],
    invented: [
      'A replacement has already been shipped today by express at our expense.',
      'You do not have to wait for the investigation: under our no-questions policy we refund lost parcels within 24 hours.',
    ],
  },
  {
    id: 'missing-item',
    language: 'en',
    weight: 3,
    subject: '{Item missing from order $order|Only half of my order|Incomplete delivery}',
    mails: [
      '{My parcel arrived today but the $product was not in it.|The box came yesterday, minus the $product.} {The delivery note lists it.|On the packing slip it is ticked.} {Did you forget it or is it coming separately?|Is that coming in a second parcel?} Order $order.',
      'I ordered three things and got two!! The $product is missing. {I paid for everything.|All of it was charged to my card.} Please send it {asap|as soon as you can}. Order: $order',
    ],
    again: [
      'No second parcel has come. Please just tell me {yes or no|clearly}: was the $product from $order ever sent?',
      'I am still missing the $product. {If you no longer have it, I would rather have the $amount back.|Can I get the money back instead?}',
    ],
    acknowledge:
      '{Thank you for telling us that the $product was missing from your parcel|Thanks for the note about the missing $product}.',
    facts: [
      '{Your order was packed in two parcels because the $product comes from our second warehouse|The $product is stored in a different warehouse, so it travels separately}.',
      '? {The second parcel left on <$shipped2~$shipped> and should reach you by <$due2~$wrongDate>|It was handed to $carrier on <$shipped2~$shipped>; please expect it by <$due2~$wrongDate>}.',
      'The tracking number of the second parcel is $tracking.',
      '{You do not pay shipping twice|There is no extra shipping charge for this}.',
    ],
    invented: [
      'Because of the split delivery we have added a free pair of wool socks to the second parcel.',
      'Split deliveries always come with a 10 % refund, which you will see on your account within an hour.',
    ],
  },
  {
    id: 'pickup-point',
    language: 'en',
    weight: 2,
    subject: '{Parcel sent to a pickup point|Why is my parcel at a kiosk?|Pickup of $order}',
    mails: [
      "I got a text that $order is waiting at a pickup point in $city. I never chose that, and {I cannot carry the box home|I don't have a car}. {Can it be brought to my door?|Please have it redelivered.} How long will they keep it?",
      '{Your courier|$carrier} left my $product at a shop {two bus rides|twenty minutes} away. {The opening hours do not work for me at all.|They close at five, I work until six.} How long do I have to collect it, and can somebody else go for me?',
    ],
    again: [
      'The shop says they need a code that I do not have. Where do I find it? It is about $order, the parcel at the pickup point.',
    ],
    acknowledge:
      '{Thank you for your message|Thanks for asking}. {The carrier takes a parcel to a pickup point when nobody could accept it at the door|$carrier could not deliver order $order at the first attempt and took it to a pickup point}.',
    facts: [
      '? {It will be kept there for <seven~fourteen> days|The shop keeps it for <seven~fourteen> days}, {so until <$due2~$wrongDate>|that is until <$due2~$wrongDate>}.',
      '- {Bring the code from the text message and an identity card|You need the pickup code from the text message and an ID}.',
      '- {Someone else may collect it with the code and a short written authorisation|If somebody else goes for you, they need the code and a signed note from you}.',
      '{A second delivery to your door can be booked once in the $carrier app with number $tracking|You can book one redelivery on the tracking page; the number is $tracking}.',
    ],
    invented: [
      'I have already arranged an evening delivery between 19:00 and 21:00 for you.',
      'If you prefer, our own driver can bring it to you on Saturday.',
    ],
  },
  {
    id: 'address-change',
    language: 'en',
    weight: 3,
    subject: '{Wrong address on order $order|Please change my delivery address|Moved house}',
    mails: [
      '{I only noticed now that order $order goes to my old flat.|Stupid me: I left my old address in the form.} {The new address is $street, $city.|Please send it to $street, $city instead.} {Is it too late?|Can you still change it?}',
      'We {are moving|have just moved} and I need order $order ($product) sent to $street, $city. Please confirm that this has been changed {before it goes out|today if possible}.',
    ],
    again: [
      'I still do not know which address my parcel is going to. Old or new? Please check order $order, new address $street, $city.',
    ],
    acknowledge:
      '{Thank you for letting us know about the new address|Thanks for your message about order $order}.',
    facts: [
      '? {I have changed the delivery address of order <$order~$wrongOrder> to $street, $city|Order <$order~$wrongOrder> will now go to $street, $city}.',
      '{It has not been packed yet, so the change was still possible|The order had not left the warehouse, so we were in time}.',
      '{Please note that your customer account still shows the old address; you can change it under "My details"|For future orders, please also update the address in your account under "My details"}.',
      '{You will get a new confirmation by mail|A new order confirmation is on its way to you} {with the expected delivery on <$due2~$wrongDate>|shortly}.',
    ],
    invented: [
      'Our carriers recognise moves automatically, so all parcels already on the way will be redirected as well.',
      'We have also informed your bank of the change of address.',
    ],
  },
  {
    id: 'customs',
    language: 'en',
    weight: 2,
    subject: '{Customs charges|Delivery outside the EU|Import duty on $order?}',
    mails: [
      'I live in {Norway|Switzerland|the UK} and {the courier wants money before handing over my parcel|I am being asked for customs charges}. {Nobody told me about this when I ordered the $product.|Your checkout did not mention it.} Do I have to pay, and will you refund it? Order $order.',
      'Before I order the $product: {do you deliver to Norway|do you ship to Switzerland}, what does it cost and who pays duty? I would be spending about $amount.',
    ],
    again: [
      'Thanks, but you did not say who pays in the end. Are the customs charges for order $order mine or yours?',
    ],
    acknowledge:
      '{Thank you for your question about customs charges|Thanks for asking about delivery outside the EU}.',
    facts: [
      '? {For deliveries outside the EU, import duty and tax are charged by the customs office and are paid by the recipient|Import duty and tax outside the EU are set by your customs office and are borne by the recipient}.',
      '{In return, we deduct the VAT of our country from your order: you paid $net instead of $amount|You have not paid VAT to us: the price without it was $net instead of $amount}.',
      '{Shipping to your country costs <14.90~9.90> euros and takes <5 to 8~2 to 4> working days|We ship there for <14.90~9.90> euros; it takes <5 to 8~2 to 4> working days}.',
      '{If you refuse the parcel, it comes back to us and we refund the goods, but not the shipping|Should you decide against it, you may refuse the parcel; we then refund the price of the goods}.',
    ],
    invented: [
      'Send us the receipt and we will reimburse the duty in full.',
      'Orders above 100 euros are always free of duty thanks to our trade agreement.',
    ],
  },
  {
    id: 'express',
    language: 'en',
    weight: 2,
    subject: '{Can I still get express?|Need it by Friday|Express delivery for $order}',
    mails: [
      'Can order $order be upgraded to express? {I fly on $due2 and want to take the $product along.|We leave on $due2.} {Happy to pay the difference.|I do not mind paying extra.}',
      'quick one: if i order the $product today with express, will it be here {by friday|before the weekend}? and what does it cost',
    ],
    again: [
      'You explained express in general, but what about MY order $order? Is it upgraded or not? I leave on $due2.',
    ],
    acknowledge: '{Thanks for your message|Thank you for asking}.',
    facts: [
      '? {I have upgraded order $order to express; it will be with you on <$soon~$due2>|Your order is now marked as express and should arrive on <$soon~$due2>}.',
      '{Express costs <9.90~4.90> euros, and orders placed before <13:00~16:00> leave the same day|The surcharge is <9.90~4.90> euros; orders before <13:00~16:00> leave on the same day}.',
      '{You will receive a payment link for the difference in a separate mail|We send you a payment link for the surcharge separately}.',
      '{Express delivery is not available on Sundays and public holidays|Please note that there is no express delivery on Sundays}.',
    ],
    invented: [
      'If you are not at home, the courier will wait up to 30 minutes for you.',
      'As a returning customer you get express for free from now on.',
    ],
  },
];
