package tacit.adapt.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Reason;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.UserMessage;
import tacit.memory.sentences.Correction;
import tacit.memory.sentences.SentenceReader;
import tacit.memory.sentences.Sentences;

/** Finds what users put right. Immutable. */
final class Corrections {

    private static final Set<Reason> OF_SUBSTANCE =
            Set.of(Reason.INCORRECT, Reason.IGNORED_INSTRUCTIONS, Reason.UNSAFE);

    private final SentenceReader reader = new SentenceReader();

    List<UserCorrection> in(UserMessage message) {
        String text = message.source().text();
        MemoryScope scope = MemoryScope.ofUser(message.userId());
        return read(text, message.at(), message.zone()).stream()
                .map(found -> {
                    int[] sentence = Sentences.around(text, found.begin());
                    Evidence evidence = message.source().evidence(sentence[0], sentence[1]);
                    return correction(found, text.substring(sentence[0], sentence[1]), scope, evidence);
                })
                .toList();
    }

    /** What the user wrote beside the reason; where it is none that is understood, the words are kept as they are. */
    List<UserCorrection> in(GivenFeedback feedback, Said said) {
        if (said.free().isEmpty() || feedback.decision() == Decision.NEXT) {
            return List.of();
        }
        String user = feedback.userId();
        MemoryScope scope = user == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(user);
        Evidence evidence = Evidence.of(Evidence.Kind.TRACE, feedback.taskId());
        List<UserCorrection> found = read(said.free(), feedback.at(), null).stream()
                .map(one -> correction(one, sentence(said.free(), one.begin()), scope, evidence))
                .toList();
        boolean substance = said.reason() != null && OF_SUBSTANCE.contains(said.reason());
        boolean told = feedback.decision() != Decision.ACCEPTED && substance;
        return found.isEmpty() && told
                ? List.of(new UserCorrection("", "", said.free(), scope, List.of(evidence)))
                : found;
    }

    private static String sentence(String text, int place) {
        int[] sentence = Sentences.around(text, place);
        return text.substring(sentence[0], sentence[1]);
    }

    private static UserCorrection correction(Correction found, String words, MemoryScope scope, Evidence evidence) {
        return new UserCorrection(found.believed(), found.right(), words, scope, List.of(evidence));
    }

    private List<Correction> read(String text, Instant at, @Nullable String zone) {
        return text.isBlank() ? List.of() : reader.read(text, at(at, zone)).corrections();
    }

    private static ZonedDateTime at(Instant at, @Nullable String zone) {
        try {
            return at.atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            // A zone that nobody knows tells no more than none.
            return at.atZone(ZoneOffset.UTC);
        }
    }
}
