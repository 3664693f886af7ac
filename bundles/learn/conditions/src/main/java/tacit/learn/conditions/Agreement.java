package tacit.learn.conditions;

import java.util.regex.Pattern;

/** Finds words of agreement in a user's message: English, German, French and Spanish. */
final class Agreement {

    private static final Pattern AGREES = Pattern.compile(
            "(?iU)\\b(yes|yeah|yep|sure|ok|okay|proceed|go ahead|confirm|confirmed|correct|sounds good|that's right|absolutely"
                    + "|perfect|great|i agree|please do|do it|ja|jawohl|gerne|genau|bestätige|einverstanden|mach das|oui"
                    + "|d'accord|bien sûr|vas-y|allez-y|je confirme|sí|si|claro|vale|de acuerdo|adelante|confirmo)\\b");

    private Agreement() {}

    static boolean in(String message) {
        return AGREES.matcher(message).find();
    }
}
