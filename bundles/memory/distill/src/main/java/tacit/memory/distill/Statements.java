package tacit.memory.distill;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tacit.api.memory.CandidateType;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.trace.Attribute;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.Correction;
import tacit.memory.sentences.Extraction;
import tacit.memory.sentences.SentenceReader;
import tacit.memory.sentences.Sentences;

/** Finds in the words of a user what they wish, forbid, put right or ask to remember; each with its sentence as it was said. */
final class Statements {

    private static final int LONGEST = 320;

    private final BiFunction<String, ZonedDateTime, Extraction> reader;

    Statements() {
        this(new SentenceReader()::read);
    }

    /** Reads words, and when they were said where the user is, with such a reader. */
    Statements(BiFunction<String, ZonedDateTime, Extraction> reader) {
        this.reader = reader;
    }

    /** All that the user said in a run, each text read once. */
    List<Reading> readings(Run run) {
        return run.said().stream()
                .map(said -> new Reading(said, read(run, said)))
                .toList();
    }

    List<Found> in(Run run) {
        return in(run, run.trace().userId() == null ? List.of() : readings(run));
    }

    /** Nothing of a run of which nobody knows whose words they are. */
    static List<Found> in(Run run, List<Reading> readings) {
        String user = run.trace().userId();
        if (user == null) {
            return List.of();
        }
        Map<String, Found> found = new LinkedHashMap<>();
        for (Reading reading : readings) {
            for (Found one : in(run, reading, MemoryScope.ofUser(user))) {
                found.putIfAbsent(one.group(), one);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Found> in(Run run, Reading reading, MemoryScope scope) {
        Said said = reading.said();
        Extraction extraction = reading.extraction();
        List<Found> found = new ArrayList<>();
        for (Correction correction : extraction.corrections()) {
            found.add(sentence(run, said, scope, CandidateType.CORRECTION, correction.begin())
                    .correcting(correction.believed()));
        }
        for (Claim claim : extraction.claims()) {
            type(claim)
                    .map(type -> sentence(run, said, scope, type, claim.begin()))
                    .filter(one ->
                            found.stream().noneMatch(other -> other.text().equals(one.text())))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Extraction read(Run run, Said said) {
        return reader.apply(said.text(), said.at().atZone(zone(run).orElse(ZoneOffset.UTC)));
    }

    /** Where the user of a run is; empty where it names no zone that anybody knows. */
    static Optional<ZoneId> zone(Run run) {
        try {
            return run.trace().text(Attribute.TIME_ZONE).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            // A zone that nobody knows tells no more than none.
            return Optional.empty();
        }
    }

    private static Found sentence(Run run, Said said, MemoryScope scope, CandidateType type, int place) {
        int[] sentence = Sentences.around(said.text(), place);
        String words = said.text().substring(sentence[0], sentence[1]);
        Found found = Found.of(
                run,
                type,
                Texts.line(words, LONGEST),
                scope,
                TrustLane.STATEMENT,
                List.of(said.source().evidence(sentence[0], sentence[1])));
        return Switches.asked(words) ? found.asked() : found;
    }

    /** Who somebody is and what they do is kept by their profile, and what is said of others by nobody here. */
    private static Optional<CandidateType> type(Claim claim) {
        if (claim.predicate().equals("remember")) {
            return Optional.of(CandidateType.NOTE);
        }
        if (!claim.ofUser()) {
            return Optional.empty();
        }
        return switch (claim.category()) {
            case PREFERENCE -> Optional.of(CandidateType.PREFERENCE);
            case OPERATING, VOICE, ACCOUNTABILITY, CONSTRAINT -> Optional.of(CandidateType.CONSTRAINT);
            case IDENTITY, BIO, WORK, GOAL, OTHER -> Optional.empty();
        };
    }
}
