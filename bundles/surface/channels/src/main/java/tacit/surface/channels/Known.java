package tacit.surface.channels;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelAgent;
import tacit.api.harness.Role;

/** The channels that bundles provide, the accounts that operators configured, and who can answer. Thread-safe. */
@Component(service = Known.class)
public final class Known {

    static final String ROLE = "channel/";

    private final Map<String, Channel> channels = new ConcurrentSkipListMap<>();
    private final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
    private final Set<ChannelAgent> agents = ConcurrentHashMap.newKeySet();

    /** A facade stays while versions behind it come and go; its role says the channel's name. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addChannel(Channel channel, Map<String, ?> properties) {
        name(properties).ifPresent(name -> channels.put(name, channel));
    }

    public void removeChannel(Channel channel) {
        channels.values().remove(channel);
    }

    private static Optional<String> name(Map<String, ?> properties) {
        return Optional.ofNullable(properties.get(Role.FACADE))
                .map(String::valueOf)
                .filter(role -> role.startsWith(ROLE))
                .map(role -> role.substring(ROLE.length()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addAccount(Account account) {
        accounts.put(account.channel(), account);
    }

    public void removeAccount(Account account) {
        accounts.values().remove(account);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addAgent(ChannelAgent agent) {
        agents.add(agent);
    }

    public void removeAgent(ChannelAgent agent) {
        agents.remove(agent);
    }

    Optional<Channel> channel(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    Optional<Account> account(String channel) {
        return Optional.ofNullable(accounts.get(channel));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** The names of all channels that are provided or configured. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(channels.keySet());
        names.addAll(accounts.keySet());
        return Collections.unmodifiableSortedSet(names);
    }

    /** The workspaces that have an account. */
    Set<String> workspaces() {
        return accounts.values().stream().map(Account::workspaceId).collect(Collectors.toSet());
    }

    /** Who answers for an account; empty when nobody does, or several could. */
    Optional<ChannelAgent> agent(Account account) {
        if (account.agent().isEmpty()) {
            return agents.size() == 1 ? agents.stream().findFirst() : Optional.empty();
        }
        return agents.stream()
                .filter(agent -> agent.name().equals(account.agent()))
                .findFirst();
    }

    /** Why nobody answers. */
    String missingAgent(Account account) {
        if (!account.agent().isEmpty()) {
            return "No agent '" + account.agent() + "' is configured: messages are kept";
        }
        return agents.isEmpty()
                ? "No agent is configured: messages are kept"
                : "Several agents are configured and the channel names none: messages are kept";
    }
}
