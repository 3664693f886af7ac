package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The persona of channels in the real image: off, switched on while the host runs, and off again. */
class PersonaIT {

    private static final String ENABLED = "tacit.adapt.persona.TablePersonaAdapter:enabled=true";
    private static final String GROUP = "Others in the group read this answer too";
    private static final String PUBLIC = "Everybody can see this answer";

    @TempDir
    Path data;

    @Test
    void cp05And08TellPromptsOfTheChannelOnceAnOperatorWantsThat() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String agent = api.token("agent", "--role agent");
            assertThat(context(api, agent, "slack", "group")).doesNotContain("## Channel");

            assertThat(api.shell("tacit:activate " + ENABLED)).contains("{\"exit\":0}");

            assertThat(context(api, agent, "slack", "private"))
                    .contains("\"kind\":\"channel\"", "goes out over Slack")
                    .doesNotContain(GROUP, PUBLIC);
            assertThat(context(api, agent, "slack", "group")).contains("goes out over Slack", GROUP);
            assertThat(context(api, agent, "slack", "public")).contains("goes out over Slack", PUBLIC);
            assertThat(context(api, agent, "pigeons", "group")).contains(GROUP).doesNotContain("goes out over");
            assertThat(context(api, agent, "pigeons", "private")).doesNotContain("\"kind\":\"channel\"");
            assertThat(api.shell("tacit:context --task x --audience group --channel slack"))
                    .contains("## Channel", "Slack");
            assertThat(api.shell("tacit:persona slack --audience group")).contains("4000 characters", GROUP);

            assertThat(api.shell("tacit:rollback")).contains("{\"exit\":0}");
            assertThat(context(api, agent, "slack", "group")).doesNotContain("## Channel");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void cutsTextsWhetherOrNotPromptsAreTold() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String agent = api.token("agent", "--role agent");

            String fitted = api.post(
                            "/v1/persona/fit",
                            agent,
                            "{\"channel\":\"twitch\",\"text\":\"" + "word ".repeat(150) + "\"}")
                    .body();

            assertThat(fitted).contains("\"most\":500", "word\",\"word");
            assertThat(api.get("/v1/persona?channel=slack&audience=group", api.operator())
                            .body())
                    .contains("\"name\":\"Slack\"", "\"directive\":\"\"");
            assertThat(host.terminate()).isZero();
        }
    }

    private static String context(Api api, String token, String channel, String audience) throws Exception {
        return api.post(
                        "/v1/context",
                        token,
                        "{\"task\":\"Tell the crew\",\"channel\":\"" + channel + "\",\"audience\":\"" + audience
                                + "\"}")
                .body();
    }
}
