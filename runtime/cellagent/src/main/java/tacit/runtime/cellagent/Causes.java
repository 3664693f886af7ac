package tacit.runtime.cellagent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why the framework or the candidate refused. */
final class Causes {

    private static final Pattern PACKAGE =
            Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)(?:\\(version>=([^)]+)\\))?");
    private static final Pattern CAPABILITY = Pattern.compile("] ([\\w.]+); (\\S+)");

    private Causes() {}

    static String words(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("missing requirement")) {
            return missing(message.substring(message.lastIndexOf("missing requirement")));
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static String missing(String message) {
        Matcher wanted = PACKAGE.matcher(message);
        if (wanted.find()) {
            String version = wanted.group(2) == null ? "" : " " + wanted.group(2);
            return "it imports package '" + wanted.group(1) + "'" + version + ", which no bundle exports";
        }
        Matcher capability = CAPABILITY.matcher(message);
        return capability.find()
                ? "it requires " + capability.group(1) + " " + capability.group(2) + ", which no bundle provides"
                : message;
    }
}
