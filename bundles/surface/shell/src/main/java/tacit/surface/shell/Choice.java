package tacit.surface.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleFacts;

/** Finds the bundles that an operator names, among the candidates and all that was active before. */
final class Choice {

    private static final int SHORTEST_HASH = 6;

    private record Bundle(Artifact artifact, Set<String> roles) {}

    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final Map<String, List<String>> refused = new HashMap<>();

    Choice(List<Candidate> candidates, List<Generation> generations) {
        for (Generation generation : generations) {
            generation
                    .roles()
                    .forEach((role, artifact) -> bundle(artifact).roles().add(role));
        }
        for (Candidate candidate : candidates) {
            BundleFacts facts = candidate.facts();
            if (facts != null) {
                Artifact artifact = new Artifact(facts.symbolicName(), facts.version(), candidate.sha256());
                bundle(artifact).roles().addAll(facts.roles().keySet());
                if (candidate.state() == Candidate.State.REFUSED) {
                    refused.put(candidate.sha256(), candidate.problems());
                }
            }
        }
    }

    private Bundle bundle(Artifact artifact) {
        return bundles.computeIfAbsent(artifact.sha256(), hash -> new Bundle(artifact, new TreeSet<>()));
    }

    /** The hash of the one bundle that a word means: the begin of its hash, its name, or its name@version. */
    String hash(String word) {
        return named(word).artifact().sha256();
    }

    private Bundle named(String word) {
        List<Bundle> found = bundles.values().stream()
                .filter(bundle -> means(word, bundle.artifact()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> known = (found.isEmpty() ? List.copyOf(bundles.values()) : found)
                .stream().map(bundle -> bundle.artifact().toString()).toList();
        throw new IllegalArgumentException((found.isEmpty() ? "No bundle is '" : "Several bundles are '") + word
                + "', known are " + String.join(", ", known));
    }

    private static boolean means(String word, Artifact artifact) {
        return word.equals(artifact.symbolicName())
                || word.equals(artifact.symbolicName() + "@" + artifact.version())
                || (word.length() >= SHORTEST_HASH && artifact.sha256().startsWith(word));
    }

    /**
     * The change that words ask for: names of bundles, and settings as {@code PID:KEY=VALUE}; a setting without a value goes
     * back to its default.
     *
     * @param role of several that a bundle fills; null for all
     * @param removed the role that shall go; null for none
     */
    ActivationRequest request(
            List<String> words,
            @Nullable String role,
            @Nullable String removed,
            Optional<Generation> active,
            String reason) {
        SortedMap<String, String> chosen = new TreeMap<>();
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (String word : words) {
            if (word.contains("=")) {
                set(word, settings, active);
            } else {
                names.add(word);
            }
        }
        names.forEach(name -> choose(named(name), role, chosen));
        if (chosen.isEmpty() && settings.isEmpty() && removed == null) {
            throw new IllegalArgumentException("activate needs a candidate, a setting PID:KEY=VALUE or --remove ROLE");
        }
        Set<String> gone = removed == null ? Set.of() : Set.of(removed);
        return new ActivationRequest(chosen, gone, settings, Words.OPERATOR, reason, null);
    }

    private void choose(Bundle bundle, @Nullable String role, SortedMap<String, String> chosen) {
        List<String> problems = refused.get(bundle.artifact().sha256());
        if (problems != null) {
            throw new IllegalArgumentException(bundle.artifact() + " was refused: " + String.join("; ", problems));
        }
        if (role != null && !bundle.roles().contains(role)) {
            throw new IllegalArgumentException(
                    bundle.artifact() + " does not fill role '" + role + "', it fills " + bundle.roles());
        }
        for (String filled : role == null ? bundle.roles() : Set.of(role)) {
            if (chosen.put(filled, bundle.artifact().sha256()) != null) {
                throw new IllegalArgumentException("Two of the bundles fill role '" + filled + "'");
            }
        }
    }

    private static void set(
            String word, SortedMap<String, SortedMap<String, String>> settings, Optional<Generation> active) {
        int equals = word.indexOf('=');
        int colon = word.lastIndexOf(':', equals);
        if (colon <= 0 || colon + 1 == equals) {
            throw new IllegalArgumentException("A setting must be PID:KEY=VALUE, got '" + word + "'");
        }
        String pid = word.substring(0, colon);
        SortedMap<String, String> values = settings.computeIfAbsent(
                pid,
                key -> new TreeMap<>(active.map(Generation::configurations)
                        .map(all -> all.get(key))
                        .orElseGet(TreeMap::new)));
        String key = word.substring(colon + 1, equals);
        String value = word.substring(equals + 1);
        if (value.isEmpty()) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }
}
