package tacit.pulse.reflection;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionSituation;
import tacit.pulse.reflection.EvidenceCritic.Objection;

/** What may speak against a hypothesis; each cites a piece of evidence. */
final class Objections {

    private static final Pattern SOLVED =
            Pattern.compile("(?i)\\b(succeeded|completed|resolved|fixed|mitigated|merged|recovered|passed)\\b");
    private static final Pattern SURROUNDINGS = Pattern.compile(
            "(?i)\\b(network|connection (refused|reset)|dns|outage|rate limit|quota|503|502|unreachable)\\b");
    private static final Duration OLD = Duration.ofDays(7);
    private static final Duration AGING = Duration.ofDays(3);
    private static final double ALIKE = .5;
    private static final int SHORT_WORD = 3;

    private Objections() {}

    /** Something newer about the same says that it is over. */
    static Optional<Critique> alreadySolved(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        ReflectionEvidence newest = newest(cited);
        return situation.evidence().stream()
                .filter(piece -> piece.createdAt().isAfter(newest.createdAt())
                        && !piece.actionable()
                        && about(cited, piece.subject())
                        && SOLVED.matcher(piece.text()).find())
                .findFirst()
                .flatMap(piece -> Objection.of(hypothesis, Verdict.REJECT, "It is over already", piece));
    }

    /** People said no to something like it. */
    static Optional<Critique> notWanted(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        Set<String> words = words(hypothesis.title());
        return situation.evidence().stream()
                .filter(piece -> piece.type() == ReflectionEvidence.Type.DISMISSED_SUGGESTION && !cited.contains(piece))
                .filter(piece -> about(cited, piece.subject()) || alike(words, words(piece.text())))
                .findFirst()
                .flatMap(piece -> Objection.of(hypothesis, Verdict.REJECT, "People dismissed the like of it", piece));
    }

    /** Somebody does it already. */
    static Optional<Critique> underWay(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        boolean dispatched = situation.backlog().stream()
                .anyMatch(
                        point -> point.state() == ReflectionBacklog.State.DISPATCHED && about(cited, point.subject()));
        return dispatched
                ? Objection.of(hypothesis, Verdict.REJECT, "Work on it is under way", cited.get(0))
                : Optional.empty();
    }

    /** The same idea about the same did not help. */
    static Optional<Critique> triedBefore(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        List<ReflectionPast> past = situation.past().stream()
                .filter(one -> one.generator().equals(hypothesis.generator()) && about(cited, one.subject()))
                .toList();
        long bad = past.stream().filter(one -> !one.good()).count();
        if (bad == 0 || past.get(0).good()) {
            return Optional.empty();
        }
        Verdict verdict = bad > 1 ? Verdict.REJECT : Verdict.MIXED;
        return Objection.of(hypothesis, verdict, "It was tried " + bad + " times without success", cited.get(0));
    }

    static Optional<Critique> stale(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        ReflectionEvidence newest = newest(cited);
        Duration age = Duration.between(newest.createdAt(), situation.now());
        if (age.compareTo(AGING) <= 0) {
            return Optional.empty();
        }
        Verdict verdict = age.compareTo(OLD) > 0 ? Verdict.REJECT : Verdict.MIXED;
        return Objection.of(
                hypothesis, verdict, "Nothing newer than " + age.toHours() + " hours speaks for it", newest);
    }

    /** Failures of the surroundings go by themselves; mending code does not help. */
    static Optional<Critique> surroundings(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        if (!Set.of("failures", "guard").contains(hypothesis.generator())
                || !cited.stream()
                        .allMatch(piece -> SURROUNDINGS.matcher(piece.text()).find())) {
            return Optional.empty();
        }
        return Objection.of(
                hypothesis, Verdict.REJECT, "The surroundings failed, and not what would be mended", cited.get(0));
    }

    /** One piece that asks for nothing, or beside which there is much else. */
    static Optional<Critique> thin(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        return cited.stream().noneMatch(ReflectionEvidence::actionable)
                ? Objection.of(hypothesis, Verdict.MIXED, "Nothing of it asks for anything", cited.get(0))
                : Optional.empty();
    }

    private static boolean about(List<ReflectionEvidence> cited, String subject) {
        return cited.stream().anyMatch(piece -> piece.subject().equals(subject));
    }

    private static ReflectionEvidence newest(List<ReflectionEvidence> cited) {
        return cited.stream()
                .max(Comparator.comparing(ReflectionEvidence::createdAt))
                .orElseThrow();
    }

    private static boolean alike(Set<String> words, Set<String> others) {
        Set<String> both = new HashSet<>(words);
        both.retainAll(others);
        return !words.isEmpty() && both.size() >= ALIKE * Math.min(words.size(), others.size()) && both.size() > 1;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > SHORT_WORD)
                .collect(Collectors.toSet());
    }
}
