package tacit.memory.curated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.curated.Claim.Rule;

/** Takes a short entry apart into what it claims, by its form alone. */
final class Claims {

    private static final Set<String> VALUED = Set.of(
            "name",
            "branch",
            "version",
            "port",
            "timezone",
            "zone",
            "language",
            "locale",
            "deadline",
            "owner",
            "email",
            "address",
            "manager",
            "lead",
            "budget",
            "region",
            "framework",
            "database",
            "package manager",
            "license",
            "licence",
            "currency",
            "format",
            "theme",
            "editor",
            "employer",
            "company",
            "role",
            "title",
            "city",
            "country",
            "birthday",
            "phone",
            "number",
            "limit",
            "timeout",
            "host",
            "url",
            "registry",
            "bundler",
            "linter",
            "formatter",
            "runtime",
            "cloud",
            "provider",
            "target",
            "default",
            "style",
            "length",
            "indentation",
            "shell",
            "repository",
            "contact",
            "pronouns",
            "stack",
            "tool",
            "runner",
            "channel",
            "environment",
            "day");

    private static final Pattern COPULA = Pattern.compile(
            "(?:(the|our|my|your|his|her|their|user) )?((?:\\S+ ){0,4}?\\S+?)(?: is| are|:| =) (?:at |on |in |now |called |named )?(.+)");
    private static final Pattern ORDER = Pattern.compile(
            "(?:prefer|use|pick|choose|take) (.+?) (?:over|instead of|rather than) (.+?)((?: (?:for|in|when|on|at|during) .+)?)");
    private static final Pattern PURPOSE = Pattern.compile("(?:use|choose|pick|take) (.+?) (?:for|as) (.+)");
    private static final Pattern PERSON = Pattern.compile(
            "(?:is )?(?:(live|based|located) in|(?:moved|relocated) (to)|(work) (?:at|for)|(report) to|(call) (?:me|him|her|them)"
                    + "|(?:goe|go) (by)) (.+)");
    private static final Pattern DAY =
            Pattern.compile("(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)");

    private static final List<Set<String>> OPPOSITES = List.of(
            Set.of("short", "long", "brief", "detailed", "concise", "verbose", "lengthy"),
            Set.of("light", "dark"),
            Set.of("tab", "space"),
            Set.of("formal", "casual", "informal"),
            Set.of("enabled", "disabled"),
            Set.of("enable", "disable"),
            Set.of("public", "private"),
            Set.of("metric", "imperial"),
            Set.of("celsius", "fahrenheit"),
            Set.of("single", "double"),
            Set.of("daily", "weekly", "monthly", "quarterly"),
            Set.of("allow", "forbid"),
            Set.of("with", "without"),
            Set.of("uppercase", "lowercase"));

    private Claims() {}

    static List<Claim> of(String text) {
        String said = Wording.of(text);
        if (said.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        long denials = said.chars().filter(letter -> letter == Wording.DENIAL).count();
        String positive = said.replace(Wording.DENIAL + " ", "");
        if (denials <= 1) {
            claims.add(new Claim("so|" + bare(positive), Rule.EXACT, List.of(denials == 0 ? "yes" : "no")));
        }
        if (denials == 0) {
            values(positive, claims);
        }
        return claims;
    }

    private static void values(String said, List<Claim> claims) {
        Matcher order = ORDER.matcher(said);
        if (order.matches()) {
            String[] sides = {bare(order.group(1)), bare(order.group(2))};
            String chosen = sides[0];
            Arrays.sort(sides);
            claims.add(new Claim("order|" + String.join("|", sides) + order.group(3), Rule.EXACT, List.of(chosen)));
            return;
        }
        Matcher purpose = PURPOSE.matcher(said);
        if (purpose.matches()) {
            claims.add(new Claim("for|" + bare(purpose.group(2)), Rule.WORDS, words(purpose.group(1))));
        }
        Matcher person = PERSON.matcher(said);
        if (person.matches()) {
            claims.add(new Claim("person|" + relation(person), Rule.WORDS, words(person.group(7))));
        }
        copula(said, claims);
        opposite(said, claims);
        Numbers.of(said).ifPresent(claims::add);
    }

    private static String relation(Matcher person) {
        for (int group = 1; group <= 6; group++) {
            String word = person.group(group);
            if (word != null) {
                return switch (word) {
                    case "to", "based", "located" -> "live";
                    case "by" -> "call";
                    default -> word;
                };
            }
        }
        return "";
    }

    private static void copula(String said, List<Claim> claims) {
        Matcher copula = COPULA.matcher(said);
        if (!copula.matches()) {
            return;
        }
        String subject = bare(copula.group(2));
        String head = subject.contains(" of ") ? subject.substring(0, subject.indexOf(" of ")) : subject;
        boolean valued = VALUED.stream().anyMatch(noun -> head.equals(noun) || head.endsWith(" " + noun));
        boolean day = copula.group(1) != null && DAY.matcher(copula.group(3)).matches();
        if (valued || day) {
            claims.add(new Claim("is|" + subject, Rule.WORDS, words(copula.group(3))));
        }
    }

    private static void opposite(String said, List<Claim> claims) {
        List<String> words = words(said);
        for (Set<String> opposites : OPPOSITES) {
            List<String> found = words.stream().filter(opposites::contains).toList();
            if (found.size() == 1) {
                List<String> rest = new ArrayList<>(words);
                rest.set(rest.indexOf(found.get(0)), "*");
                claims.add(new Claim("either|" + String.join(" ", rest), Rule.EXACT, List.of(meaning(found.get(0)))));
            }
        }
    }

    /** Words that mean the same side. */
    private static String meaning(String word) {
        return switch (word) {
            case "brief", "concise" -> "short";
            case "detailed", "verbose", "lengthy" -> "long";
            case "informal" -> "casual";
            default -> word;
        };
    }

    static List<String> words(String said) {
        return Arrays.stream(said.split(" ", -1))
                .filter(word -> !word.isEmpty() && !Wording.ARTICLES.contains(word))
                .toList();
    }

    private static String bare(String said) {
        return String.join(" ", words(said));
    }
}
