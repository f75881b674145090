import type { Topic } from './topic.ts';

export const englishAccount: readonly Topic[] = [
  {
    id: 'invoice-copy',
    language: 'en',
    weight: 3,
    subject: '{Invoice for order $order|Please send me the invoice|Missing invoice}',
    mails: [
      '{I need the invoice for order $order for my tax return.|There was no invoice in the parcel.} {Could you send it as a PDF?|Please send it by mail.}',
      'Could I have an invoice for $order made out to {my company|Larkspur Interiors}? {The VAT id must be on it.|We need our VAT number on it, otherwise accounting sends it back.} Amount $amount, ordered $ordered.',
    ],
    again: [
      'The invoice you sent still shows my private name. I need it made out to the company, with the VAT id. Can you correct it?',
      'I cannot open the attachment. Could you send the invoice for $order once more as a plain PDF?',
    ],
    acknowledge: '{Thank you for your message|Thanks for your request about the invoice}.',
    facts: [
      '? {The invoice $invoice for order <$order~$wrongOrder> over $amount is attached as a PDF|I have attached invoice $invoice (order <$order~$wrongOrder>, $amount) as a PDF}.',
      '{You also find all invoices in your account under "My orders"|Invoices can be downloaded at any time under "My orders"}.',
      '{If it should be made out to a company, please send me the full name, address and VAT id; I can change it within <14~30> days of the order|For an invoice to a company I need its full name, address and VAT id}.',
    ],
    invented: [
      'Paper copies with an official stamp are sent to you automatically every month.',
      'We have also forwarded the invoice to your tax adviser.',
    ],
  },
  {
    id: 'voucher',
    language: 'en',
    weight: 4,
    subject: '{Voucher code does not work|$voucher - "not valid"|Problem with discount code}',
    mails: [
      'I tried to use the code $voucher for the $product and it says "{not valid|cannot be applied}". {It is supposed to run until $due2.|Your newsletter says it is good until $due2.} What am I doing wrong?',
      'Forgot to enter my code $voucher when I placed order $order 🤦 {Can you take the 10 % off afterwards?|Is there any way to apply it now?}',
      'The discount $voucher {is not deducted at the checkout|vanishes as soon as I go to payment}. {I tried two browsers.|Tried it on phone and laptop.} Order would be $amount.',
    ],
    again: [
      'Same message again with the code: "cannot be applied". My basket holds only the $product. Is it excluded from $voucher or is your shop broken?',
    ],
    acknowledge:
      '{Thank you for your message|Thanks for writing} {about the code $voucher|and sorry for the trouble at the checkout}.',
    facts: [
      '? {The code is valid until <$due2~$wrongDate> for orders above <60~40> euros and not for reduced articles|$voucher works until <$due2~$wrongDate>, from a basket of <60~40> euros, but not on reduced articles}.',
      '{The $product is reduced at the moment, which is why it was refused|Your basket was just below that amount, so the shop refused it}.',
      '{I have deducted 10 % by hand; you get <$small~$net> back|As a courtesy I have credited <$small~$net> to order $order}.',
      '{Codes cannot be combined|Only one code can be used per order}.',
    ],
    invented: [
      'I have created a new code for you, WELCOME50, which takes half off everything.',
      'The code can be used as often as you like, also by friends.',
    ],
  },
  {
    id: 'gift-card',
    language: 'en',
    weight: 2,
    subject: '{Gift card balance|Gift card expired?|Question about a gift card}',
    mails: [
      'I found a gift card of yours in a drawer, bought {in 2024|two Christmases ago}. {Is it still good?|Can I still use it?} {How do I see what is left on it?|What is the balance?} The number ends in $digits.',
      'I paid part of order $order with a gift card and then returned the $product. {Where does the money go - on the card or to my bank?|Do I get it back on the card?}',
    ],
    again: [
      'The balance page shows 0.00 for the gift card ending in $digits, but I have never used it for anything. Can you look?',
    ],
    acknowledge: '{Thank you for your question|Thanks for getting in touch about your gift card}.',
    facts: [
      '? {Our gift cards are valid for <three years~one year>, counted from the end of the year of purchase, so yours still works|The card is still valid: gift cards run for <three years~one year> from the end of the year in which they were bought}.',
      'The card ending in $digits {has a balance of <$small~$amount>|still holds <$small~$amount>}.',
      '{If you return something that was paid with it, that share goes back onto the card|Refunds go back the same way: the part paid by card to the card, the rest to your account}.',
    ],
    invented: [
      'Expired cards can be exchanged for cash at any of our branches.',
      'Every gift card gains 5 % in value per year.',
    ],
  },
  {
    id: 'login',
    language: 'en',
    weight: 3,
    subject: "{Can't log in|Password reset mail never arrives|Locked out of my account}",
    mails: [
      "{I can't get into my account any more.|Login fails every time.} The reset mail {does not arrive|never comes}, I checked spam. {My address is $mail.|Account: $mail} {I need to get at an invoice.|I want to track order $order.}",
      'It says "too many attempts". {I only tried twice.|I am certain the password is right.} Please unlock $mail.',
    ],
    again: [
      'The link you sent has already expired when I click it. I still cannot log in. Can you reset it in another way? $mail',
    ],
    acknowledge: '{Thank you for your message|Sorry that you cannot get into your account}.',
    facts: [
      '? {I have unlocked the account for $mail and sent you a new link; it is valid for <60~15> minutes|Your account is unlocked again and a new link is in your mailbox; please use it within <60~15> minutes}.',
      '- {Please look in the folder for advertising or junk as well|Check the junk folder too, some providers sort our mails there}.',
      '- {Copy the link into the browser if clicking does not work|If clicking fails, copy the whole link into a new browser window}.',
      '{After <five~ten> failed attempts an account is locked for one hour, for your own safety|An account locks itself for one hour after <five~ten> failed attempts}.',
    ],
    invented: [
      'If you tell me your password by mail, I can check what is wrong with it.',
      'For security we have deleted all stored payment details from your account.',
    ],
  },
  {
    id: 'delete-account',
    language: 'en',
    weight: 2,
    subject: '{Delete my account|Data deletion request|Please remove all my data}',
    mails: [
      'Please delete my account ($mail) and all personal data you have about me{, and confirm it in writing|}. {I also want to know what you have stored until now.|How long does that take?}',
      'I no longer want an account with you. How do I delete it? There is no button anywhere. {I have one open order, $order.|Order $order is still on its way, is that a problem?}',
    ],
    again: [
      'I am still getting mails at $mail although I asked you to delete my account. Has it been deleted or not?',
    ],
    acknowledge: '{Thank you for your message|We have received your request}.',
    facts: [
      '? {I have passed your request to our data protection team; the account will be deleted within <30~7> days|Your account will be deleted within <30~7> days, and you will get a confirmation by mail}.',
      '{Invoices have to be kept for <ten years~two years> by law; they are blocked for any other use|By law we must keep invoices for <ten years~two years>, but they are blocked for everything else}.',
      '{Order $order is not affected and will still be delivered|The open order $order will be delivered as planned}.',
      '{You may ask for a copy of your data before that; simply reply to this mail|If you want a copy of your data first, please reply to this mail}.',
    ],
    invented: [
      'All your data has been erased from every system a moment ago, including our backups.',
      'A deletion fee of $small applies.',
    ],
  },
  {
    id: 'double-charge',
    language: 'en',
    weight: 3,
    subject: '{Charged twice!|Double payment for $order|Two debits of $amount}',
    mails: [
      'You have charged my card twice: $amount on $ordered and the same again {a day later|on $shipped}. {I only placed one order ($order).|There is just the one order, $order.} Please {refund one of them|sort this out} {immediately|today}.',
      'My statement shows two times $amount from your shop, but I only bought one $product. {Is one of them only a reservation?|Will one of them disappear by itself?} Order $order',
    ],
    again: [
      'It has been a week and both charges of $amount are still there. What is happening with the double payment for $order?',
    ],
    acknowledge:
      '{Thank you for your message|Thank you for pointing this out}. {I understand that a double charge is worrying|I have looked at both payments}.',
    facts: [
      '? {Only one payment was booked: the second <$amount~$net> is a reservation that your bank releases by itself|The second entry of <$amount~$net> is a reservation from the first, failed attempt and was never collected}.',
      '{It disappears within <7~3> days, usually sooner|Banks release it within <7~3> days}.',
      '{If you still see two final bookings on $due2, please send me a screenshot of the statement and I will refund one at once|Should both still be booked on $due2, please send me a screenshot and I will refund one of them}.',
    ],
    invented: [
      'We have already contacted your bank and they confirmed the cancellation.',
      'As a precaution I have refunded both payments to you.',
    ],
  },
  {
    id: 'payment-declined',
    language: 'en',
    weight: 2,
    subject: '{Payment does not go through|Card declined|Order stuck at payment}',
    mails: [
      'My card is declined although {there is plenty of money on it|it works everywhere else}. {I tried three times.|Third try today.} {Can I pay some other way?|Can I pay by invoice?} It is about the $product for $amount.',
      'Order $order says "payment pending" since $ordered. {I have transferred the money already.|The bank transfer left my account days ago.} When will you send it?',
    ],
    again: [
      'Still "payment pending" on order $order. The $amount left my account on $ordered, reference $order. Where is it?',
    ],
    acknowledge: '{Thank you for your message|Sorry that the payment is giving you trouble}.',
    facts: [
      '? {Your order $order is reserved until <$due2~$wrongDate>; you can pay it again under "My orders" with another method|We keep order $order open until <$due2~$wrongDate>, and you can choose another method under "My orders"}.',
      '{Besides cards we accept bank transfer and payment by invoice up to <300~1,000> euros|You can pay by card, bank transfer or, up to <300~1,000> euros, by invoice}.',
      '{A transfer takes <1 to 3~up to 10> working days until we see it|Bank transfers reach us after <1 to 3~up to 10> working days}.',
      '{In most cases the bank refuses because the payment was not confirmed in its app|A refusal mostly comes from a payment that was not confirmed in the app of the bank}.',
    ],
    invented: [
      'You can also send cash in a registered letter to our office.',
      'We offer payment in 24 instalments without interest for any amount.',
    ],
  },
  {
    id: 'cancel',
    language: 'en',
    weight: 3,
    subject: '{Cancel order $order|Please cancel|Ordered by mistake}',
    mails: [
      'Please cancel order $order. {I ordered the wrong colour.|I clicked twice by accident.|I found out that my wife has already bought one.} {It was placed an hour ago.|I ordered this morning.}',
      'I want to cancel my order ($order, $product). {There is no cancel button in my account.|Your website will not let me.} {When do I get the money back?|How soon is the money back?}',
    ],
    again: [
      'I just got a shipping confirmation for order $order, which I had cancelled! What do I do with the parcel now?',
    ],
    acknowledge: '{Thank you for your message|Thanks for letting us know quickly}.',
    facts: [
      '? {I have cancelled order <$order~$wrongOrder>; you will get a confirmation by mail|Order <$order~$wrongOrder> is cancelled, a confirmation is on its way}.',
      '{It had not been packed yet, so nothing will be sent|As it was not packed yet, it will not leave our warehouse}.',
      '{The <$amount~$net> will be back on your account within <5~2> working days|You get <$amount~$net> back within <5~2> working days to the payment method you used}.',
    ],
    invented: [
      'Cancellations are free up to three times a year, after that we charge $small.',
      'Should the parcel come anyway, you are allowed to keep it.',
    ],
  },
  {
    id: 'loyalty',
    language: 'en',
    weight: 2,
    subject: '{Points missing|My bonus points|Loyalty points for $order}',
    mails: [
      'I have not received any points for order $order. {I was logged in.|The account is $mail.} {How many should it be and when do they expire?|When do they show up?}',
      'My points have {disappeared|dropped to zero}! I had {almost 400|over 300}, I was saving up for the $product. What happened?',
    ],
    again: ['Points are still at zero, and nobody answered the question when they expire. Account $mail.'],
    acknowledge: '{Thank you for your question about your points|Thanks for collecting points with us}.',
    facts: [
      '? {Points are credited <30~5> days after delivery, when the return period is over; for order $order that is on <$deadline~$wrongDate>|You get them <30~5> days after delivery, so for order $order on <$deadline~$wrongDate>}.',
      '{One euro is one point, and <100~50> points are worth 5 euros|You collect one point per euro; <100~50> points give you 5 euros off}.',
      '{They expire after <24~12> months without an order|Points are kept for <24~12> months after the last order}.',
    ],
    invented: [
      'I have doubled your points as a thank you.',
      'Points can be paid out in cash once a year in December.',
    ],
  },
  {
    id: 'newsletter',
    language: 'en',
    weight: 2,
    subject: '{Unsubscribe|Stop sending me newsletters|Too many mails}',
    mails: [
      'I have unsubscribed {twice|three times} and still get your newsletter {every other day|daily}. {Please stop it.|Take me off the list now.} Address: $mail',
      'How do I get only mails about my orders and none of the advertising? {I like the shop, just not six mails a week.|I do want the order mails.} $mail',
    ],
    again: [
      'Another newsletter arrived this morning at $mail. You said I was off the list. Please check again.',
    ],
    acknowledge: '{Thank you for your message|Sorry that the newsletter kept coming}.',
    facts: [
      '? {I have taken $mail off the newsletter list|$mail is now removed from the list}.',
      '{It can take up to <48~12> hours until it works everywhere, so one more issue may reach you|One more issue may still come within the next <48~12> hours}.',
      '{Mails about your orders are not affected|You still receive the mails about your orders}.',
    ],
    invented: [
      'You will be reported to our legal department so that it does not happen again.',
      'To make up for it, you have been entered in our monthly prize draw.',
    ],
  },
];
