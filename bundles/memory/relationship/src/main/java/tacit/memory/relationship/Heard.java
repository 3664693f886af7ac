package tacit.memory.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.memory.RelationshipItem.Source;
import tacit.api.memory.UserMessage;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.Extraction;

/** Turns what a message says into items; what it says of the user belongs to the profile. */
final class Heard {

    private static final int MOST = 4;

    /** By predicate: subject, then value. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "likes", "%s likes %s",
            "dislikes", "%s dislikes %s",
            "prefers", "%s prefers %s",
            "employer", "%s works for %s",
            "role", "%s works as %s",
            "location", "%s lives in %s");

    private Heard() {}

    static List<RelationshipItem> items(UserMessage message, Extraction heard) {
        Stream<RelationshipItem> commitments = heard.commitments().stream()
                .map(said -> item(
                        message,
                        Layer.COMMITMENTS,
                        said.text(),
                        said.confidence(),
                        said.due(),
                        said.begin(),
                        said.end()));
        Stream<RelationshipItem> context = heard.claims().stream()
                .filter(claim -> !claim.ofUser() || claim.predicate().equals("remember"))
                .map(claim -> item(
                        message, Layer.CONTEXT, text(claim), claim.confidence(), null, claim.begin(), claim.end()));
        return Stream.concat(commitments, context).limit(MOST).toList();
    }

    private static String text(Claim claim) {
        return claim.ofUser()
                ? claim.value()
                : String.format(
                        Locale.ROOT,
                        OF_OTHERS.getOrDefault(claim.predicate(), "%s: %s"),
                        claim.subject(),
                        claim.value());
    }

    private static RelationshipItem item(
            UserMessage message,
            Layer layer,
            String text,
            double confidence,
            @Nullable Instant due,
            int begin,
            int end) {
        return new RelationshipItem(
                message.workspaceId(),
                message.userId(),
                layer,
                text,
                Source.CONVERSATION,
                confidence,
                due,
                null,
                null,
                message.taskId(),
                List.of(message.source().evidence(begin, end)));
    }
}
