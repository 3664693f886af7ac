package tacit.surface.channels;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.Signing;
import tacit.api.channel.Transmission;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Signatures;
import tacit.surface.channels.NotSent.Fate;

/** Posts answers to the address that an operator configured, signed, and nowhere else. Thread-safe. */
@Component
public final class HttpSender implements Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 65_536;

    private final Exchange exchange = new Exchange();
    private final Clock clock;

    @Activate
    public HttpSender(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public ChannelTraits.Transport transport() {
        return ChannelTraits.Transport.WEBHOOK;
    }

    @Override
    public @Nullable String address(Account account) {
        return account.address();
    }

    /** The id of an answer stays, so a receiver knows one that it has. */
    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void send(Account account, ChannelTraits traits, Transmission transmission) throws NotSent {
        if (!transmission.to().equals(account.address())) {
            throw new NotSent(Fate.NEVER, "The channel wants to send to an address that is not configured", null);
        }
        Signing signing = traits.signing();
        if (signing == null || !account.secret().isThere()) {
            throw new NotSent(Fate.LATER, "The channel has no secret to sign with", null);
        }
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(transmission.headers());
        headers.putAll(new Signatures(signing, account.secret())
                .headers(transmission.id(), clock.instant(), transmission.body()));
        int status = post(URI.create(transmission.to()), headers, transmission.body());
        if (status < 200 || status > 299) {
            throw new NotSent(mayChange(status) ? Fate.LATER : Fate.NEVER, "The receiver answered " + status, null);
        }
    }

    private int post(URI address, Map<String, String> headers, String body) throws NotSent {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).POST(BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            return exchange.of(request.build(), PATIENCE, MOST_BYTES).statusCode();
        } catch (IllegalArgumentException e) {
            throw new NotSent(Fate.NEVER, "The channel composed a request that cannot be sent", e);
        } catch (Exchange.Failed e) {
            throw new NotSent(Fate.LATER, "The receiver cannot be reached: " + e.getMessage(), e);
        }
    }

    private static boolean mayChange(int status) {
        return status >= 500 || status == 401 || status == 403 || status == 404 || status == 408 || status == 429;
    }
}
