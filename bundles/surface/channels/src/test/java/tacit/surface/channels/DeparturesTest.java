package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.persona.TablePersonaAdapter;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

/** What a channel said of itself goes when the channel goes for good, and not before. */
@EachDatabase
class DeparturesTest {

    private final FakeGenerations generations = new FakeGenerations();
    private Rig rig;
    private TablePersonaAdapter persona;
    private Departures departures;

    @BeforeEach
    void open(TestDatabase database) {
        rig = new Rig(database);
        persona = new TablePersonaAdapter(
                rig.store, Configurations.of(TablePersonaAdapter.Config.class, Map.of("enabled", true)));
        start();
        generations.activate("channel/webhook", "channel-persona");
        rig.deliver("d1", "{\"text\":\"Hello\"}");
        rig.advance();
        assertThat(persona.ownProfile("default", "webhook")).isPresent();
    }

    private void start() {
        rig.fitting.persona = persona;
        rig.with(Rig.webhook()).with(new FakeAgent()).with(Rig.account(Map.of()));
        departures = new Departures(rig.known, rig.fitting, generations);
    }

    @Test
    void takesTheProfileOfAChannelBackThatIsGone() {
        generations.activate("channel-persona");

        departures.look();

        assertThat(persona.ownProfile("default", "webhook")).isEmpty();
        assertThat(persona.ownProfiles("default")).isEmpty();
    }

    @Test
    void alsoWhereNoAccountIsLeft() {
        rig.known.accounts().forEach(rig.known::removeAccount);
        generations.activate("channel-persona");

        departures.look();

        assertThat(persona.ownProfile("default", "webhook")).isEmpty();
    }

    @Test
    void keepsItWhileVersionsAreSwapped() {
        rig.known.removeChannel(rig.known.channel("webhook").orElseThrow());
        generations.activate("channel/webhook");

        departures.look();

        assertThat(persona.ownProfile("default", "webhook")).isPresent();
    }

    @Test
    void keepsItOverARestart() {
        rig.restart();
        rig.fitting.persona = persona;
        Departures early = new Departures(rig.known, rig.fitting, new FakeGenerations());

        early.look();
        new Departures(rig.known, rig.fitting, null).look();

        assertThat(persona.ownProfile("default", "webhook")).isPresent();
    }

    @Test
    void looksAgainWhenThePersonaIsBack() {
        generations.activate("channel-persona");
        rig.fitting.persona = null;
        departures.look();
        rig.fitting.persona = persona;

        departures.look();

        assertThat(persona.ownProfile("default", "webhook")).isEmpty();
    }

    @Test
    void isToldAgainByAChannelThatComesBack() {
        generations.activate("channel-persona");
        departures.look();
        generations.activate("channel/webhook", "channel-persona");
        departures.look();

        rig.deliver("d2", "{\"text\":\"Hello again\"}");
        rig.advance();

        assertThat(persona.ownProfile("default", "webhook")).isPresent();
    }
}
