package tacit.learn.clusters;

import java.util.regex.Pattern;
import tacit.api.learn.Signature;

/** Says in words what fails. */
final class Title {

    private static final int LONGEST = 96;
    private static final Pattern MASK = Pattern.compile("<[a-z]+>");

    private Title() {}

    static String of(Signature signature) {
        String kind = signature.category().replace('_', ' ');
        String subject = Character.toUpperCase(kind.charAt(0))
                + kind.substring(1)
                + (signature.tool() == null ? "" : " in " + signature.tool());
        String message = MASK.matcher(signature.template()).replaceAll("…").strip();
        return message.isEmpty() ? subject : shortened(subject + ": " + message);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST - 1);
        return text.substring(0, space > LONGEST / 2 ? space : LONGEST - 1).strip() + "…";
    }
}
