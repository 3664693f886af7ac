package tacit.model.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words the way BERT models without letter case learned it: no accents, punctuation apart, CJK apart. */
final class BertWords {

    private BertWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normal(text).codePoints().forEach(letter -> {
            if (isBlank(letter)) {
                close(word, words);
            } else if (isPunctuation(letter)) {
                close(word, words);
                words.add(Character.toString(letter));
            } else {
                word.appendCodePoint(letter);
            }
        });
        close(word, words);
        return words;
    }

    private static void close(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String normal(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().filter(BertWords::isText).forEach(letter -> {
            if (isIdeograph(letter)) {
                clean.append(' ').appendCodePoint(letter).append(' ');
            } else {
                clean.appendCodePoint(isBlank(letter) ? ' ' : letter);
            }
        });
        StringBuilder plain = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .forEach(letter -> plain.appendCodePoint(Character.toLowerCase(letter)));
        return plain.toString();
    }

    private static boolean isText(int letter) {
        if (letter == '\t' || letter == '\n' || letter == '\r') {
            return true;
        }
        return letter != 0xFFFD
                && switch (Character.getType(letter)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }

    private static boolean isBlank(int letter) {
        return letter == '\t' || letter == '\n' || letter == '\r' || Character.isSpaceChar(letter);
    }

    private static boolean isPunctuation(int letter) {
        if (letter < 128) {
            return letter > ' ' && letter < 127 && !Character.isLetterOrDigit(letter);
        }
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks that BERT sets apart; the syllables of Japanese and Korean are not among them. */
    private static boolean isIdeograph(int letter) {
        return within(letter, 0x4E00, 0x9FFF)
                || within(letter, 0x3400, 0x4DBF)
                || within(letter, 0x20000, 0x2A6DF)
                || within(letter, 0x2A700, 0x2B73F)
                || within(letter, 0x2B740, 0x2B81F)
                || within(letter, 0x2B920, 0x2CEAF)
                || within(letter, 0xF900, 0xFAFF)
                || within(letter, 0x2F800, 0x2FA1F);
    }

    private static boolean within(int letter, int first, int last) {
        return letter >= first && letter <= last;
    }
}
