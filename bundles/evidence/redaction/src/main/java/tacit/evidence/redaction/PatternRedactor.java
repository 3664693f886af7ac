package tacit.evidence.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import tacit.api.ingest.Redactor;

/** Redacts by the formats of keys, by the names of fields, and by randomness where the text announces a secret. */
@Component
public final class PatternRedactor implements Redactor {

    /** From the most to the least specific: the first that finds a stretch names its kind. */
    private final List<SecretRule> rules = List.of(
            new PrivateKeyBlocks(),
            new KeyFormats(),
            new UrlCredentials(),
            new AuthorizationSchemes(),
            new NamedValues(),
            new RandomTokens());

    @Override
    public Redaction redact(String text) {
        List<Match> found = new ArrayList<>(0);
        for (SecretRule rule : rules) {
            rule.find(text, found::add);
        }
        if (found.isEmpty()) {
            return new Redaction(text, 0);
        }
        List<Match> secrets = withoutOverlaps(found);
        return new Redaction(replaced(text, secrets), secrets.size());
    }

    @Override
    public boolean secretName(String fieldName) {
        return SecretNames.of(fieldName) != null;
    }

    private static List<Match> withoutOverlaps(List<Match> found) {
        found.sort(Comparator.comparingInt(Match::start));
        List<Match> secrets = new ArrayList<>(found.size());
        for (Match match : found) {
            Match last = secrets.isEmpty() ? null : secrets.get(secrets.size() - 1);
            if (last != null && match.start() < last.end()) {
                secrets.set(secrets.size() - 1, last.joined(match));
            } else {
                secrets.add(match);
            }
        }
        return secrets;
    }

    private static String replaced(String text, List<Match> secrets) {
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (Match secret : secrets) {
            clean.append(text, from, secret.start())
                    .append(Match.MARK)
                    .append(secret.kind())
                    .append(']');
            from = secret.end();
        }
        return clean.append(text, from, text.length()).toString();
    }
}
