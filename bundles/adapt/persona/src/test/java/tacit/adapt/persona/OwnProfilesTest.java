package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.MessageLimit.Measure;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class OwnProfilesTest {

    private static final ChannelProfile LETTERS = new ChannelProfile(
            "letters", "Letters", Length.LONGER, true, false, true, "", new MessageLimit(900, Measure.BYTES));
    private static final ChannelProfile BARE =
            new ChannelProfile("bare", "Bare", Length.NORMAL, false, true, false, "Say it — plainly.", null);

    private StateStore store;
    private TablePersonaAdapter persona;

    @BeforeEach
    void open(Database database) {
        store = new SqlStateStore(database, new PatternRedactor(), new MovingClock());
        persona = Personas.on(store);
    }

    @Test
    void keepsWhatChannelsSayOfThemselves() {
        assertThat(persona.keepProfile("w", "Letters", LETTERS)).isTrue();
        assertThat(persona.keepProfile("w", "bare", BARE)).isTrue();

        assertThat(persona.ownProfile("w", " LETTERS ")).contains(LETTERS);
        assertThat(persona.ownProfiles("w")).containsExactly(BARE, LETTERS);
        assertThat(persona.ownProfiles("elsewhere")).isEmpty();
        assertThat(persona.ownProfile("elsewhere", "letters")).isEmpty();
        assertThat(persona.supportedChannels()).doesNotContain("letters");
    }

    @Test
    void saysWhetherThatIsNew() {
        persona.keepProfile("w", "letters", LETTERS);

        assertThat(persona.keepProfile("w", "letters", LETTERS)).isFalse();
        assertThat(store.find(Scope.ofWorkspace("w"), "channel-profile", "letters"))
                .hasValueSatisfying(document -> assertThat(document.version()).isEqualTo(1));
    }

    @Test
    void takesTheNewestAndForgetsOnRequest() {
        ChannelProfile changed =
                new ChannelProfile("letters", "Post", Length.SHORTER, false, false, false, "Briefly.", null);
        persona.keepProfile("w", "letters", LETTERS);
        persona.keepProfile("w", "letters", changed);

        assertThat(persona.ownProfile("w", "letters")).contains(changed);
        assertThat(persona.keepProfile("w", "letters", null)).isTrue();
        assertThat(persona.keepProfile("w", "letters", null)).isFalse();
        assertThat(persona.ownProfile("w", "letters")).isEmpty();
    }

    @Test
    void refusesAProfileOfAnotherChannel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> persona.keepProfile("w", "slack", LETTERS))
                .withMessage("own must be of channel 'slack'");
    }

    @Test
    void triesAgainWhenSomebodyWasQuicker() {
        Rival rival = new Rival(store, 2);

        assertThat(Personas.on(rival).keepProfile("w", "letters", LETTERS)).isTrue();
        assertThat(persona.ownProfile("w", "letters")).contains(LETTERS);
    }

    @Test
    void givesUpWhenSomebodyIsAlwaysQuicker() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Personas.on(new Rival(store, 100)).keepProfile("w", "letters", LETTERS))
                .withMessage("Cannot keep the profile of channel 'letters': others change it all the time");
    }

    @Test
    void saysWhichDocumentIsNoProfile() {
        store.put(Scope.ofWorkspace("w"), "channel-profile", "letters", 0, "[]", List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> persona.ownProfile("w", "letters"))
                .withMessage("Cannot read the profile of channel 'letters'");
    }

    /** Changes the document before so many writes of others. */
    private static final class Rival implements StateStore {

        private final StateStore store;
        private int left;

        Rival(StateStore store, int times) {
            this.store = store;
            this.left = times;
        }

        @Override
        public Optional<StateDocument> find(Scope scope, String kind, String key) {
            return store.find(scope, kind, key);
        }

        @Override
        public List<StateDocument> list(Scope scope, StateFilter filter, int limit) {
            return store.list(scope, filter, limit);
        }

        @Override
        public long count(Scope scope, StateFilter filter) {
            return store.count(scope, filter);
        }

        @Override
        public Optional<StateDocument> put(
                Scope scope, String kind, String key, long expected, String content, List<String> traceIds) {
            if (left-- > 0) {
                String other = content.replace("Letters", "Rival " + left);
                store.put(scope, kind, key, expected, other, traceIds);
            }
            return store.put(scope, kind, key, expected, content, traceIds);
        }

        @Override
        public boolean remove(Scope scope, String kind, String key) {
            return store.remove(scope, kind, key);
        }
    }
}
