package tacit.runtime.cellagent;

/** The candidate cannot be asked; the message says why, for an operator. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
