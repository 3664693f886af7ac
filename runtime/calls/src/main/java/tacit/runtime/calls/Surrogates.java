package tacit.runtime.calls;

/** Halves of characters without their other half, which neither a database nor a pipe would carry. */
final class Surrogates {

    private Surrogates() {}

    static boolean anyAlone(String text) {
        return firstAlone(text, 0) < text.length();
    }

    /** The text with each lone half in the notation that JSON has for it. */
    static String escaped(String text) {
        int alone = firstAlone(text, 0);
        if (alone == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int copied = 0;
        while (alone < text.length()) {
            escaped.append(text, copied, alone).append(String.format("\\u%04x", (int) text.charAt(alone)));
            copied = alone + 1;
            alone = firstAlone(text, copied);
        }
        return escaped.append(text, copied, text.length()).toString();
    }

    private static int firstAlone(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(character);
        }
        return i;
    }
}
