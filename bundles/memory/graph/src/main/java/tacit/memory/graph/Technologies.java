package tacit.memory.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds technologies by their names. A name that is an ordinary word too counts only as it is officially written and beside
 * words that leave no doubt: "written in Go", never "let's go".
 */
final class Technologies {

    /**
     * A piece of a text that names something.
     *
     * @param name as it is usually written
     * @param begin of its words
     * @param end of them
     */
    record Mention(String name, int begin, int end) {}

    private static final Map<String, String> PLAIN = plain();

    private static final List<String> ORDINARY_WORDS =
            List.of("Go", "Rust", "REST", "Express", "React", "Flask", "Electron", "Angular", "Vite", "Vue");

    private static final Pattern PLAIN_NAME = Pattern.compile(
            "(?<![\\p{L}\\p{N}_./-])(?:"
                    + PLAIN.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"))
                    + ")(?![\\p{L}\\p{N}_/-]|\\.[\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ORDINARY_NAME = Pattern.compile("(?<![\\p{L}\\p{N}_./-])(?:"
            + String.join("|", ORDINARY_WORDS)
            + ")(?:\\.js)?(?![\\p{L}\\p{N}_/-]|\\.[\\p{L}\\p{N}])");

    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:us(?:e|es|ed|ing)|via|(?:re)?writ(?:e|ten|ing)\\s+(?:it\\s+)?in|rewrote\\s+\\w+\\s+in|implemented\\s+in"
                    + "|coded\\s+in|(?:built|build|builds|made)\\s+(?:with|on|in)|(?:migrat\\w+|port(?:ed|ing)?)\\s+\\w*\\s*(?:to|from)"
                    + "|powered\\s+by|runs\\s+on)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile(
            "^\\s+(?:\\d+(?:\\.\\d+)*|services?|microservices?|apps?|applications?|apis?|code(?:base)?|backends?|frontends?"
                    + "|servers?|clients?|components?|modules?|librar(?:y|ies)|frameworks?|compilers?|crates?|routes?|routers?"
                    + "|middlewares?|hooks?|endpoints?|programs?|projects?|packages?|plugins?|routines?|bindings?)\\b",
            Pattern.CASE_INSENSITIVE);

    private Technologies() {}

    static List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>();
        Matcher plain = PLAIN_NAME.matcher(text);
        while (plain.find()) {
            String name = PLAIN.getOrDefault(plain.group().toLowerCase(Locale.ROOT), plain.group());
            mentions.add(new Mention(name, plain.start(), plain.end()));
        }
        Matcher ordinary = ORDINARY_NAME.matcher(text);
        while (ordinary.find()) {
            if (ordinary.group().endsWith(".js") || leavesNoDoubt(text, ordinary.start(), ordinary.end())) {
                String name = ordinary.group().replace(".js", "");
                mentions.add(new Mention(name, ordinary.start(), ordinary.end()));
            }
        }
        mentions.sort((one, other) -> Integer.compare(one.begin(), other.begin()));
        return mentions;
    }

    /** The usual way to write a technology whose name is no ordinary word; null for anything else. */
    static @Nullable String known(String name) {
        String plain = PLAIN.get(name.toLowerCase(Locale.ROOT));
        return plain == null && ORDINARY_WORDS.contains(name) ? name : plain;
    }

    private static boolean leavesNoDoubt(String text, int begin, int end) {
        return BEHIND.matcher(text.substring(end)).find()
                || BEFORE.matcher(text.substring(0, begin)).find();
    }

    private static Map<String, String> plain() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name :
                ("PostgreSQL Postgres=PostgreSQL MongoDB Redis MySQL SQLite GraphQL TypeScript JavaScript Python"
                                + " Node.js NodeJS=Node.js Next.js NextJS=Next.js Vue.js=Vue React.js=React ReactJS=React Docker"
                                + " Kubernetes K8s=Kubernetes Tailwind TailwindCSS=Tailwind Webpack FastAPI Django Golang=Go")
                        .split(" ", -1)) {
            String[] parts = name.split("=", -1);
            names.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1]);
        }
        return names;
    }
}
