package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.StateStore;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.Audience.Kind;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.LayerRequest;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.layers.WakeUpLayers;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class PersonaFragmentsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private StateStore store;
    private PersonaFragments source;

    @BeforeEach
    void open(Database database) {
        store = new SqlStateStore(database, new PatternRedactor(), new MovingClock());
        source = new PersonaFragments(store, Personas.config(true));
    }

    private static ContextRequest request(@Nullable String channel, Kind kind, int most) {
        return new ContextRequest("w", "Plan the week", new Audience(kind, "ada", channel, null, false), NOW, most);
    }

    @Test
    void cp01OffersNothingWhileItIsOffOrWithoutAChannel() {
        PersonaFragments usual =
                new PersonaFragments(store, Configurations.of(TablePersonaAdapter.Config.class, Map.of()));

        assertThat(usual.name()).isEqualTo("persona");
        assertThat(usual.fragments(request("slack", Kind.GROUP, 10))).isEmpty();
        assertThat(source.fragments(request(null, Kind.GROUP, 10))).isEmpty();
    }

    @Test
    void offersThoseWhoReadFirstAndToEverybody() {
        List<ContextFragment> fragments = source.fragments(request("slack", Kind.GROUP, 10));

        assertThat(fragments).extracting(ContextFragment::key).containsExactly("channel:readers", "channel:manner");
        assertThat(fragments).allSatisfy(fragment -> {
            assertThat(fragment.section()).isEqualTo("channel");
            assertThat(fragment.visibility()).isEqualTo(Visibility.PUBLIC);
            assertThat(fragment.lane().mayInstruct()).isTrue();
        });
        assertThat(source.fragments(request("slack", Kind.GROUP, 1)))
                .extracting(ContextFragment::key)
                .containsExactly("channel:readers");
        assertThat(source.fragments(request("slack", Kind.PRIVATE, 10)))
                .extracting(ContextFragment::key)
                .containsExactly("channel:manner");
    }

    @Test
    void cp08ProtectsTheReadersOfAChannelThatNobodyKnows() {
        assertThat(source.fragments(request("hen-house", Kind.PUBLIC, 10)))
                .extracting(ContextFragment::key)
                .containsExactly("channel:readers");
        assertThat(source.fragments(request("hen-house", Kind.PRIVATE, 10))).isEmpty();
    }

    @Test
    void standsInThePromptWordForWord() {
        TablePersonaAdapter persona = Personas.on(store);
        for (String channel : persona.supportedChannels()) {
            for (Kind kind : Kind.values()) {
                assertThat(prompt(channel, kind).text()).isEqualTo(persona.adaptForChannel(channel, kind, null));
            }
        }
    }

    @Test
    void usesWhatTheChannelSaysOfItself() {
        TablePersonaAdapter persona = Personas.on(store);
        persona.keepProfile("w", "hen-house", Personas.HEN_HOUSE);

        assertThat(prompt("Hen-House", Kind.GROUP).text())
                .contains("Count eggs before anything else", "Others in the group")
                .isEqualTo(persona.adaptForChannel("hen-house", Kind.GROUP, Personas.HEN_HOUSE));
    }

    private AssembledContext prompt(String channel, Kind kind) {
        ContextRequest request = request(channel, kind, 10);
        return new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of()))
                .assemble(new LayerRequest(request, 2_000, "", source.fragments(request)));
    }
}
