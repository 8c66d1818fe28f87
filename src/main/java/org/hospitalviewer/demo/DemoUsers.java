package org.hospitalviewer.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.FirstStep;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** One user per role, each with a random password that is made anew and printed at every start. */
@Component
@ConditionalOnProperty("viewer.demo")
class DemoUsers implements FirstStep {

    private final Users users;

    DemoUsers(Users users) {
        this.users = users;
    }

    @Override
    public Optional<String> sentence(String address) {
        StringJoiner lines = new StringJoiner(System.lineSeparator() + "  ", "Demo users (user name, password):"
                + System.lineSeparator() + "  ", "");
        for (Role role : Role.values()) {
            String name = "demo-" + role.name().toLowerCase(Locale.ROOT);
            lines.add(name + "  " + password(name, role));
        }
        return Optional.of(lines.toString());
    }

    private String password(String name, Role role) {
        try {
            users.create(name, users.madeUpPassword(), "Demo " + name.substring("demo-".length()), role);
        } catch (InvalidUserException e) {
            if (e.rule() != InvalidUserException.Rule.USERNAME_TAKEN) {
                throw e;
            }
        }
        long id = users.all().stream().filter(user -> user.username().equals(name)).mapToLong(User::id).findFirst()
                .orElseThrow();
        return users.renewPassword(id);
    }
}
