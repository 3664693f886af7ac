package tacit.memory.words;

/** How much room texts take in a prompt, estimated without a tokenizer. */
public final class Tokens {

    private static final int CHARACTERS = 4;

    private Tokens() {}

    /** One for every four characters that were begun. */
    public static int of(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }
}
