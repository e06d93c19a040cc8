package org.coordinationledger.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.coordinationledger.actor.Role;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds somebody to the users file, or gives them a new password. A running ledger notices within two seconds. */
@Command(
        name = "user",
        description = {
            "Let somebody log in: adds USERNAME to DIR/users.json, or replaces that user, and prints a new password,",
            "and the command by which an administrator then grants the mandate without which nobody records anything.",
            "Somebody who acts for two organisations, or in two roles, has two users with one person code."
        },
        mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "USERNAME", description = "1 to 64 letters, digits, dots, hyphens or underscores.")
    private String username = "";

    @Option(names = "--person", required = true, description = "The code under which the person appears; never a name.")
    private String person = "";

    @Option(names = "--organisation", required = true, description = "The id of the organisation acted for.")
    private String organisation = "";

    @Option(names = "--role", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Role role = Role.RECORDER;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Default: ./${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    @Override
    public Integer call() {
        UsersFile file = new UsersFile(Server.usersFile(folder));
        if (!file.exists()) {
            throw new ParameterException(
                    spec.commandLine(), file.path() + " does not exist; ./ledger serve makes one at its first start");
        }
        String password = UsersFile.newPassword();
        List<User> users = new ArrayList<>(file.read());
        users.removeIf(user -> user.username().equals(username));
        users.add(new User(
                username,
                UsersFile.hash(password, UsersFile.DEFAULT_STRENGTH),
                person,
                new OrganisationId(organisation),
                role));
        file.write(users);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s may log in with password %s (shown this once)%n", username, password);
        users.stream()
                .filter(user -> user.role() == Role.ADMINISTRATOR)
                .findFirst()
                .filter(administrator -> !administratesToo(administrator))
                .ifPresent(administrator -> showMandate(administrator, out));
        return 0;
    }

    private boolean administratesToo(User administrator) {
        return role == Role.ADMINISTRATOR && administrator.organisation().value().equals(organisation);
    }

    /** How an administrator grants what the new user needs. Who looks into others does so until a day, within a scope. */
    private void showMandate(User administrator, PrintWriter out) {
        LocalDate today = LocalDate.now(Dates.ZONE);
        String looks = role == Role.INSPECTOR || role == Role.AUDITOR
                ? ", \"lastDay\": \"%s\", \"scope\": [\"%s\"]".formatted(today.plusYears(1), organisation)
                : "";
        out.printf(
                """
                To record anything, %s needs a mandate. An administrator grants it once %s is registered:

                  curl -u %s -H 'Content-Type: application/json' \\
                    -d '{"effectiveOn": "%s", "person": "%s", "organisation": "%s", "role": "%s"%s}' \\
                    http://127.0.0.1:8080/api/v1/mandates
                """,
                person, organisation, administrator.username(), today, person, organisation, role, looks);
    }
}
