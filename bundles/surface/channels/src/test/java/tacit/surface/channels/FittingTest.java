package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.persona.TablePersonaAdapter;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.channel.ChannelTraits;
import tacit.api.memory.Audience;
import tacit.runtime.testkit.Configurations;

class FittingTest {

    private static final String ANSWER = "one two three four. five six seven eight.";

    private final Rig rig = new Rig();
    private final Fitting fitting = rig.fitting;
    private final ChannelTraits traits = Rig.webhook(20).traits();

    @AfterEach
    void close() {
        rig.close();
    }

    private TablePersonaAdapter table() {
        return new TablePersonaAdapter(rig.store, Configurations.of(TablePersonaAdapter.Config.class, Map.of()));
    }

    @Test
    void onlyCutsAnAnswerWithoutAPersona() {
        assertThat(fitting.isThere()).isFalse();

        assertThat(fitting.fit(traits, ANSWER)).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 20);
        fitting.introduce("default", traits);
        fitting.takeLeave("default", "webhook");
        assertThat(fitting.introduced("default")).isEmpty();
    }

    @Test
    void tellsThePersonaWhatTheChannelSaysOfItself() {
        fitting.persona = table();

        fitting.introduce("home", traits);
        fitting.introduce("home", traits);

        ChannelProfile own = table().ownProfile("home", "webhook").orElseThrow();
        assertThat(own.theme()).isEqualTo(traits.manner().theme());
        assertThat(own.limit()).isNotNull().satisfies(limit -> assertThat(limit.most())
                .isEqualTo(20));
        assertThat(fitting.workspaces()).containsExactly("home");
        assertThat(fitting.introduced("home")).containsExactly("webhook");
    }

    @Test
    void hasAnAnswerCutWhereItReadsWell() {
        fitting.persona = table();

        assertThat(fitting.fit(traits, ANSWER)).containsExactly("one two three four.", "five six seven", "eight.");
    }

    @Test
    void cutsWhatAPersonaLeavesTooLong() {
        fitting.persona = new Careless(false);

        assertThat(fitting.fit(traits, ANSWER)).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 20);
    }

    @Test
    void losesNoAnswerToAPersonaThatFails() {
        fitting.persona = new Careless(true);

        List<String> pieces = fitting.fit(traits, ANSWER);

        assertThat(String.join(" ", pieces)).isEqualTo(ANSWER);
        assertThat(pieces).allMatch(piece -> piece.length() <= 20);
    }

    /** Cuts nothing, or can not even do that. */
    private record Careless(boolean broken) implements ChannelPersonaAdapter {

        @Override
        public List<String> fit(@Nullable String channel, String text, @Nullable ChannelProfile own) {
            if (broken) {
                throw new IllegalStateException("It broke");
            }
            return List.of(text);
        }

        @Override
        public String adaptForChannel(@Nullable String channel, Audience.Kind audience, @Nullable ChannelProfile own) {
            return "";
        }

        @Override
        public Optional<ChannelProfile> channelProfile(String channel, @Nullable ChannelProfile own) {
            return Optional.empty();
        }

        @Override
        public List<String> supportedChannels() {
            return List.of();
        }

        @Override
        public Optional<ChannelProfile> ownProfile(String workspaceId, String channel) {
            return Optional.empty();
        }

        @Override
        public List<ChannelProfile> ownProfiles(String workspaceId) {
            return List.of();
        }

        @Override
        public boolean keepProfile(String workspaceId, String channel, @Nullable ChannelProfile own) {
            return false;
        }
    }
}
