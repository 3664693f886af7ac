package tacit.pulse.dreaming;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.DreamAction;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.SentenceReader;

/** Finds facts that no curated entry says yet: what somebody asked to remember, and what was said on two occasions. Thread-safe. */
final class Additions {

    private static final double ASKED = 0.82;
    private static final double REPEATED = 0.78;

    private final SentenceReader reader = new SentenceReader();

    void look(Sketch sketch) {
        for (Line line : sketch.lines()) {
            asked(line).ifPresent(fact -> add(sketch, fact, ASKED, List.of(line)));
        }
        Map<Statement, List<Line>> said = new LinkedHashMap<>();
        for (Line line : sketch.lines()) {
            if (line.evidence().lane() != TrustLane.FOREIGN) {
                Statement.of(line.said()).ifPresent(fact -> said.computeIfAbsent(fact, any -> new ArrayList<>())
                        .add(line));
            }
        }
        said.values().stream()
                .filter(lines -> lines.stream().map(Line::occasion).distinct().count() > 1)
                .forEach(lines -> add(sketch, Corrections.bare(newest(lines).said()), REPEATED, lines));
    }

    private Optional<String> asked(Line line) {
        if (line.evidence().lane() != TrustLane.STATEMENT) {
            return Optional.empty();
        }
        return reader.read(line.said(), line.at().atZone(ZoneOffset.UTC)).claims().stream()
                .filter(claim -> claim.predicate().equals("remember"))
                .map(Claim::value)
                .map(Corrections::bare)
                .findFirst();
    }

    private static Line newest(List<Line> lines) {
        return lines.stream().max(Comparator.comparing(Line::at)).orElseThrow();
    }

    private static void add(Sketch sketch, String fact, double confidence, List<Line> lines) {
        lines.forEach(sketch::spend);
        boolean known = sketch.situation().entries().stream()
                .anyMatch(entry -> Words.holds(entry.text(), fact)
                        || Words.telling(entry.text()).equals(Words.telling(fact)));
        Optional<Statement> said = Statement.of(fact);
        boolean contested = said.isPresent()
                && sketch.all().stream()
                        .filter(other -> other.at().isAfter(newest(lines).at()))
                        .flatMap(other -> Statement.of(other.said()).stream())
                        .anyMatch(other -> other.contradicts(said.get(), true));
        if (known) {
            sketch.drop(fact, "a curated entry says so");
        } else if (contested) {
            sketch.drop(fact, "newer words say something else");
        } else {
            sketch.propose(
                    DreamAction.CURATED_ADD,
                    Words.key("add", fact),
                    null,
                    null,
                    fact,
                    "Said " + (lines.size() > 1 ? lines.size() + " times, last: " : "to be remembered: ")
                            + newest(lines).quoted(),
                    confidence,
                    lines.stream().map(line -> line.evidence().id()).toList());
        }
    }
}
