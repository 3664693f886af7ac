package tacit.pulse.guardrails;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a simple command will say, where that is known without running it. */
final class Said {

    private static final Pattern ECHO =
            Pattern.compile("\\s*(?:echo|printf)((?:\\s+-[neE]+)*)\\s+([^|;&<>`$()]*?)\\s*");
    private static final Pattern PLACE =
            Pattern.compile("\\s*(?:which|type\\s+-[pP]|command\\s+-v)\\s+([\\w./+-]+)\\s*");
    private static final Pattern DECODED =
            Pattern.compile("(.*\\S)\\s*\\|\\s*base64\\s+(?:-d|-D|--decode)\\s*", Pattern.DOTALL);
    private static final Pattern TURNED = Pattern.compile("(.*\\S)\\s*\\|\\s*rev\\s*", Pattern.DOTALL);

    private Said() {}

    static Optional<String> by(String command) {
        Matcher decoded = DECODED.matcher(command);
        if (decoded.matches()) {
            return by(decoded.group(1)).flatMap(Said::decode);
        }
        Matcher turned = TURNED.matcher(command);
        if (turned.matches()) {
            return by(turned.group(1))
                    .map(said -> new StringBuilder(said).reverse().toString());
        }
        Matcher place = PLACE.matcher(command);
        if (place.matches()) {
            return Optional.of(place.group(1));
        }
        Matcher echo = ECHO.matcher(command);
        return echo.matches() ? Optional.of(plain(echo.group(2))) : Optional.empty();
    }

    private static String plain(String words) {
        return Escapes.decode(words.replaceAll("[\"']", ""));
    }

    private static Optional<String> decode(String said) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(said), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
