package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.memory.Audience;
import tacit.api.memory.Audience.Kind;

/** The rows of the parity table. */
class ChannelPersonaRowsTest {

    private static final String GROUP = "Others in the group read this answer too";
    private static final String PUBLIC = "Everybody can see this answer";

    private final TablePersonaAdapter persona = Personas.on();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void cp01SaysNothingWhileItIsOffOrWithoutAChannel(Kind audience) {
        assertThat(Personas.usual().adaptForChannel("slack", audience, null)).isEmpty();
        assertThat(Personas.usual().adaptForChannel("hen-house", audience, Personas.HEN_HOUSE))
                .isEmpty();
        assertThat(persona.adaptForChannel(null, audience, null)).isEmpty();
    }

    @Test
    void cp02TellsHowToWriteOnSlack() {
        assertThat(persona.adaptForChannel("slack", Kind.PRIVATE, null))
                .startsWith("## Channel\n- ")
                .contains("Slack", "Be concise", "bullets", "bold", "backticks")
                .doesNotContain(GROUP, PUBLIC);
    }

    @Test
    void cp03AsksForAGreetingAndASignOffInMails() {
        assertThat(persona.adaptForChannel("email", Kind.PRIVATE, null))
                .contains("greeting", "sign-off", "thorough answer is fine", "number the points")
                .doesNotContain("no greeting", "concise");
    }

    @Test
    void cp04TellsChannelsApart() {
        assertThat(directive("whatsapp"))
                .contains("whatsapp", "short sentences", "concise: shorter", "heavy formatting");
        assertThat(directive("discord")).contains("discord", "markdown", "highlighted");
        assertThat(directive("teams")).contains("teams", "professional", "headings", "table");
        assertThat(directive("telegram")).contains("telegram", "concise", "backticks");
    }

    private String directive(String channel) {
        return persona.adaptForChannel(channel, Kind.PRIVATE, null).toLowerCase(Locale.ROOT);
    }

    @Test
    void cp05SaysWhoElseReads() {
        assertThat(persona.adaptForChannel("slack", Kind.GROUP, null))
                .contains(GROUP, "sensitive information", "Slack")
                .doesNotContain(PUBLIC);
        assertThat(persona.adaptForChannel("slack", Kind.PUBLIC, null))
                .contains(PUBLIC, "professional", "Slack")
                .doesNotContain(GROUP);
    }

    @Test
    void cp06KnowsTheProfileOfSlackAndNoneOfAnUnknownChannel() {
        assertThat(persona.channelProfile("slack", null)).hasValueSatisfying(profile -> {
            assertThat(profile.length()).isEqualTo(Length.SHORTER);
            assertThat(profile.structured()).isTrue();
        });
        assertThat(persona.channelProfile("hen-house", null)).isEmpty();
    }

    @Test
    void cp07SupportsFifteenChannels() {
        assertThat(persona.supportedChannels())
                .hasSize(15)
                .doesNotHaveDuplicates()
                .contains("slack", "email", "whatsapp", "discord", "teams");
    }

    @Test
    void cp08ProtectsTheReadersOfAChannelThatNobodyKnows() {
        assertThat(persona.adaptForChannel("hen-house", Kind.PRIVATE, null)).isEmpty();
        assertThat(persona.adaptForChannel("hen-house", Kind.GROUP, null))
                .isEqualTo("## Channel\n- " + GROUP + ". Keep sensitive information out of it: nothing private or"
                        + " confidential, no credentials, and nothing that one of them said in private.");
        assertThat(persona.adaptForChannel("hen-house", Kind.PUBLIC, null)).contains(PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({
        "slack, SHORTER, true, true, false",
        "email, LONGER, true, false, true",
        "whatsapp, SHORTER, false, true, false",
        "imessage, SHORTER, false, true, false",
        "signal, SHORTER, false, false, false",
        "discord, NORMAL, true, true, false",
        "teams, NORMAL, true, false, false",
        "telegram, SHORTER, false, false, false",
        "mattermost, NORMAL, true, false, false",
        "matrix, NORMAL, true, false, false",
        "googlechat, SHORTER, false, false, false",
        "twitch, SHORTER, false, true, false",
        "line, SHORTER, false, true, false",
        "x, SHORTER, false, false, false",
        "bluebubbles, SHORTER, false, true, false"
    })
    void cp07HasTheProfileOfEach(String channel, Length length, boolean structured, boolean emoji, boolean formal) {
        ChannelProfile profile = persona.channelProfile(channel, null).orElseThrow();

        assertThat(profile.length()).isEqualTo(length);
        assertThat(profile.structured()).isEqualTo(structured);
        assertThat(profile.emoji()).isEqualTo(emoji);
        assertThat(profile.formal()).isEqualTo(formal);
        assertThat(profile.theme()).isNotBlank();
        assertThat(persona.adaptForChannel(channel.toUpperCase(Locale.ROOT), Audience.Kind.PRIVATE, null))
                .contains(profile.name(), profile.theme());
    }
}
