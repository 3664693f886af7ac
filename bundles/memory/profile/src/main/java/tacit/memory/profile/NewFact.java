package tacit.memory.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserProfile;
import tacit.api.memory.Visibility;
import tacit.memory.sentences.Category;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.Expiry;
import tacit.memory.sentences.SentenceReader;

/**
 * A fact on its way into the store. Immutable.
 *
 * @param fact as it was entered or learnt, its text in its final form
 * @param slot what it is a value of
 * @param statedAt when it was said
 * @param expiry how long it is likely to hold
 */
record NewFact(ProfileFact fact, FactSlot slot, Instant statedAt, Expiry expiry) {

    private static final double BY_HAND = 1;
    private static final double USUAL = 0.7;
    private static final Map<String, String> CANONICAL =
            Map.of("Preferred name: ", FactSlot.NAME, "Length of answers: ", "response-length");

    /** A fact that was entered as text: a name takes its canonical form, other words stay. */
    static NewFact entered(ProfileFact entered, SentenceReader reader, Instant at) {
        String text = Wording.bounded(entered.text());
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must not be empty");
        }
        Category category = Category.valueOf(entered.category().name());
        Optional<Claim> claim = reader.read(text, at.atZone(ZoneOffset.UTC)).claims().stream()
                .filter(each -> FactSlot.fits(each, category))
                .findFirst();
        FactSlot slot = claim.map(FactSlot::of).orElseGet(() -> canonical(text, category));
        String words =
                slot.name().equals(FactSlot.NAME) ? claim.map(Wording::of).orElse(text) : text;
        return new NewFact(
                with(entered, words), slot, at, claim.map(Claim::expiry).orElse(Expiry.DURABLE));
    }

    /** The slot of a text that already has its canonical form. */
    private static FactSlot canonical(String text, Category category) {
        for (Map.Entry<String, String> form : CANONICAL.entrySet()) {
            boolean fits = (category == Category.IDENTITY) == form.getValue().equals(FactSlot.NAME);
            if (fits && text.startsWith(form.getKey())) {
                return new FactSlot(
                        form.getValue(),
                        FactSlot.plain(text.substring(form.getKey().length())),
                        true);
            }
        }
        return FactSlot.none(text);
    }

    private static ProfileFact with(ProfileFact fact, String text) {
        return new ProfileFact(
                fact.workspaceId(),
                fact.userId(),
                fact.category(),
                text,
                fact.source(),
                fact.confidence(),
                fact.pinned(),
                fact.taskId(),
                fact.evidence());
    }

    String userId() {
        return fact.userId();
    }

    boolean byHand() {
        return fact.source() == ProfileFact.Source.MANUAL;
    }

    double confidence() {
        Double given = fact.confidence();
        return given == null ? byHand() ? BY_HAND : USUAL : given;
    }

    String kind() {
        return fact.category().name().toLowerCase(Locale.ROOT);
    }

    /** What stands for the same fact again. */
    String key() {
        return kind() + ":" + fact.text().toLowerCase(Locale.ROOT);
    }

    List<Evidence> evidence() {
        return fact.evidence();
    }

    MemoryDraft draft() {
        return new MemoryDraft(
                fact.workspaceId(),
                UserProfile.LAYER,
                kind(),
                fact.userId(),
                fact.text(),
                MemoryScope.ofUser(fact.userId()),
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                fact.evidence(),
                confidence(),
                statedAt,
                null,
                key(),
                attributes());
    }

    TreeMap<String, String> attributes() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("source", fact.source().name().toLowerCase(Locale.ROOT));
        attributes.put("stated", statedAt.toString());
        attributes.put("slot", slot.name());
        attributes.put("value", slot.value());
        attributes.put("positive", String.valueOf(slot.positive()));
        attributes.put("pinned", String.valueOf(fact.pinned()));
        attributes.put("expiry", expiry.name().toLowerCase(Locale.ROOT));
        attributes.put("task", orEmpty(fact.taskId()));
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
