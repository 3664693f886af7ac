package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.context.Offers.add;
import static tacit.memory.context.Offers.fragment;
import static tacit.memory.context.Offers.request;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.Evidence;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.layers.WakeUpLayers;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

class AskedContextsTest {

    private static final Audience ADA = Audience.ofUser("ada");
    private static final Audience UNKNOWN = Audience.ofUser(null);
    private static final Audience GROUP = new Audience(Audience.Kind.GROUP, "ada", "slack", null, false);
    private static final Audience PUBLIC = new Audience(Audience.Kind.PUBLIC, "ada", "slack", null, false);
    private static final Audience AGENT = new Audience(Audience.Kind.PRIVATE, "ada", null, null, true);

    @EachDatabase
    void sy16ShowsAnAudienceOnlyWhatItMaySee(Database database) {
        try (Open open = new Open(database)) {
            open.offers(
                    fragment("a secret", Visibility.PRIVATE),
                    fragment("a date", Visibility.SHARED),
                    fragment("a slogan", Visibility.PUBLIC));

            assertThat(open.text(ADA)).contains("a secret", "a date", "a slogan", "the kit");
            assertThat(open.text(GROUP)).contains("a date", "a slogan").doesNotContain("a secret", "the kit");
            assertThat(open.text(AGENT)).contains("a date", "a slogan").doesNotContain("a secret", "the kit");
            assertThat(open.text(PUBLIC)).contains("a slogan").doesNotContain("a secret", "a date", "the kit");
        }
    }

    @EachDatabase
    void sy16PreviewsToAnAudienceOnlyWhatItMaySee(Database database) {
        try (Open open = new Open(database)) {
            open.offers(fragment("a secret", Visibility.PRIVATE));

            List<LayerPreview> preview = open.contexts.preview(request(GROUP), 1800);

            assertThat(preview.toString()).doesNotContain("a secret");
        }
    }

    @EachDatabase
    void saysThatSomethingIsNotForAnAudienceAndNotWhat(Database database) {
        try (Open open = new Open(database)) {
            open.offers(fragment("a secret", Visibility.PRIVATE));

            ContextExplanation explanation = open.context(GROUP).explanation();

            assertThat(explanation.lines())
                    .extracting(ContextExplanation.Line::reason)
                    .containsExactly("It is private, and the audience is group");
            assertThat(explanation.toString()).doesNotContain("a secret");
        }
    }

    @EachDatabase
    void keepsAMemoryOfOneUserFromAnother(Database database) {
        try (Open open = new Open(database)) {
            String id = open.remember("Likes tea", MemoryScope.ofUser("ada"));
            open.offers(fragment("Likes tea", Visibility.PRIVATE, id));

            assertThat(open.text(ADA)).contains("Likes tea");
            assertThat(open.text(Audience.ofUser("bo"))).doesNotContain("Likes tea");
            assertThat(open.text(UNKNOWN)).doesNotContain("Likes tea");
        }
    }

    @EachDatabase
    void showsWhoeverAsksWhatBelongsToNoUser(Database database) {
        try (Open open = new Open(database)) {
            open.offers(fragment("Likes tea", Visibility.PRIVATE, open.remember("Likes tea", MemoryScope.WORKSPACE)));

            assertThat(open.text(UNKNOWN)).contains("Likes tea");
        }
    }

    @EachDatabase
    void leavesOutWhatWasDeletedMeanwhile(Database database) {
        try (Open open = new Open(database)) {
            String id = open.remember("Likes tea", MemoryScope.WORKSPACE);
            open.offers(fragment("Likes tea", Visibility.PRIVATE, id));
            open.memories.delete(Scope.ofWorkspace("w"), List.of(id), false);

            assertThat(open.text(ADA)).doesNotContain("Likes tea");
        }
    }

    @EachDatabase
    void goesOnWithoutASourceThatBreaks(Database database) {
        try (Open open = new Open(database)) {
            open.offers(fragment("Likes tea", Visibility.SHARED));
            add(open.contexts, "broken", request -> {
                throw new IllegalStateException("a secret");
            });
            add(open.contexts, "unlinked", request -> {
                throw new NoClassDefFoundError("gone");
            });

            AssembledContext context = open.context(ADA);

            assertThat(context.text()).contains("Likes tea");
            assertThat(context.explanation().failures())
                    .extracting(failure -> failure.source() + ": " + failure.reason())
                    .containsExactly(
                            "broken: It failed with IllegalStateException",
                            "unlinked: It failed with NoClassDefFoundError");
        }
    }

    @EachDatabase
    void waitsForNoSourceLongerThanIsPatient(Database database) {
        CountDownLatch end = new CountDownLatch(1);
        try (Open open = new Open(database, 20)) {
            open.offers(fragment("Likes tea", Visibility.SHARED));
            add(open.contexts, "slow", request -> {
                await(end);
                return List.of();
            });

            List<String> reasons = Stream.generate(() -> open.context(ADA))
                    .limit(5)
                    .map(context -> context.explanation().failures().get(0).reason())
                    .toList();

            assertThat(reasons.get(0)).isEqualTo("It did not answer within 20 ms");
            assertThat(reasons.get(4)).isEqualTo("It is still busy with earlier questions");
            end.countDown();
        }
    }

    @EachDatabase
    void saysWhenTheKitBreaks(Database database) {
        try (Open open = new Open(database, 1000, "")) {
            assertThat(open.context(ADA).explanation().failures())
                    .extracting(ContextExplanation.Failure::source)
                    .containsExactly("workspace_kit");
            assertThat(open.context(GROUP).explanation().failures()).isEmpty();
        }
    }

    @EachDatabase
    void countsTheUsesOfWhatIsShownOnly(Database database) throws InterruptedException {
        try (Open open = new Open(database)) {
            String shown = open.remember("Likes tea", MemoryScope.WORKSPACE);
            String hidden = open.remember("Likes rum", MemoryScope.WORKSPACE);
            open.offers(
                    fragment("Likes tea", Visibility.SHARED, shown), fragment("Likes rum", Visibility.PRIVATE, hidden));

            open.contexts.preview(request(GROUP), 2800);
            open.context(GROUP);
            open.contexts.finish();

            assertThat(open.uses(shown)).isEqualTo(1);
            assertThat(open.uses(hidden)).isZero();
        }
    }

    @EachDatabase
    void triesOutAPromptWithScoresAndCountsNoUse(Database database) throws InterruptedException {
        try (Open open = new Open(database)) {
            String known = open.remember("Likes tea", MemoryScope.WORKSPACE);
            open.offers(fragment("Likes tea", Visibility.SHARED, known), fragment("a secret", Visibility.PRIVATE));

            AssembledContext draft = open.contexts.draft(request(GROUP), 1800);

            assertThat(draft.text()).contains("Likes tea").doesNotContain("a secret");
            assertThat(draft.explanation().lines()).anyMatch(line -> line.kept() && line.score() > 0);
            assertThat(draft.explanation().lines()).anyMatch(line -> !line.kept());
            open.contexts.finish();
            assertThat(open.uses(known)).isZero();
        }
    }

    @EachDatabase
    void forgetsASourceThatIsGone(Database database) {
        try (Open open = new Open(database)) {
            open.offers(fragment("Likes tea", Visibility.SHARED));
            open.contexts.removeSource(open.offered.get(), Map.of("tacit.facade", "memory-source/s"));

            assertThat(open.text(ADA)).doesNotContain("Likes tea");
        }
    }

    @EachDatabase
    void refusesPatienceThatIsNone(Database database) {
        assertThatThrownBy(() -> new Open(database, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience.millis must be in [1, 60000], got 0");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Contexts over a real store and the real layers. */
    private static final class Open implements AutoCloseable {

        final MemoryStore memories;
        final AskedContexts contexts;
        final AtomicReference<MemorySource> offered = new AtomicReference<>();

        Open(Database database) {
            this(database, 5000);
        }

        Open(Database database, int patience) {
            this(database, patience, "the kit");
        }

        Open(Database database, int patience, String kit) {
            memories = new SqlMemoryStore(database, Clock.fixed(Offers.NOW, ZoneOffset.UTC));
            contexts = new AskedContexts(
                    new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of())),
                    new FakeKit(kit),
                    memories,
                    Configurations.of(AskedContexts.Config.class, Map.of("patience_millis", patience)));
        }

        void offers(ContextFragment... fragments) {
            offered.set(Offers.source("s", request -> List.of(fragments)));
            contexts.addSource(offered.get(), Map.of("tacit.facade", "memory-source/s"));
        }

        String remember(String text, MemoryScope scope) {
            MemoryDraft draft = new MemoryDraft(
                    "w",
                    "profile",
                    "preference",
                    "ada",
                    text,
                    scope,
                    Visibility.PRIVATE,
                    TrustLane.STATEMENT,
                    List.of(Evidence.of(Evidence.Kind.STATEMENT, "1")),
                    0.8,
                    null,
                    null,
                    null,
                    new TreeMap<>());
            return memories.add(draft).record().id();
        }

        AssembledContext context(Audience audience) {
            return contexts.context(request(audience), 2800);
        }

        String text(Audience audience) {
            return context(audience).text();
        }

        long uses(String id) {
            return memories.find(Scope.ofWorkspace("w"), id).orElseThrow().uses();
        }

        @Override
        public void close() {
            contexts.close();
        }
    }
}
