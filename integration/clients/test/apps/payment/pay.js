// One failure, which the programs beside this one report each with another client.
class PaymentRefused extends Error {
  name = 'PaymentRefused';
}

function debit(amount) {
  throw new PaymentRefused(`The bank refused ${amount} EUR`);
}

function settle(amount) {
  try {
    debit(amount);
  } catch (cause) {
    throw new Error('The payment failed', { cause });
  }
}

/** What fails: the thing itself, or what calls it and passes it on as a cause. */
const payments = { alone: debit, chained: settle };

/** Fails, and gives what was thrown. */
export function pay(amount) {
  try {
    payments[process.env.PAYMENT](amount);
  } catch (failure) {
    return failure;
  }
  throw new Error('The payment did not fail');
}
