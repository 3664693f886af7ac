package tacit.pulse.triggers;

/** Says that a trigger did not come back in time, in words for operators. */
final class Hanging extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Hanging(String words) {
        super(words);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
