package org.waymark.io.oneroster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.result.Reason;

/** What several files say of one user who is a student. */
final class Pupil {
    /** A time at an organisation. */
    record Stay(String org, Optional<LocalDate> start, Optional<LocalDate> end) {}

    private final List<Stay> stays = new ArrayList<>();
    private final List<String> races = new ArrayList<>();
    private String id;
    private String grade = "";
    private String sex = "";
    private Optional<LocalDate> birthDate = Optional.empty();
    private Optional<Boolean> hispanic = Optional.empty();
    private boolean several;
    private boolean student;
    private boolean user;
    private long userLine;
    private long demographicsLine;

    Pupil(String id) {
        this.id = id;
    }

    void user(DataFile.Row users, boolean byIdentifier) {
        user = true;
        userLine = users.line();
        List<String> grades = users.list("grades");
        grade = grades.isEmpty() ? "" : grades.get(0);
        if (byIdentifier && !users.text("identifier").isEmpty()) {
            id = users.text("identifier");
        }
        if (users.text("role").equals("student")) {
            student = true;
            users.list("orgSourcedIds").forEach(org -> stays.add(new Stay(org, Optional.empty(), Optional.empty())));
        }
    }

    void role(DataFile.Row roles) {
        if (!roles.text("role").equals("student")) {
            return;
        }
        student = true;
        Optional<LocalDate> begin = roles.day("beginDate");
        Optional<LocalDate> end = roles.day("endDate");
        if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
            roles.error(
                    Reason.CONTRADICTION, "endDate", "a day not before beginDate; the time at the school was left out");
        } else {
            stays.add(new Stay(roles.text("orgSourcedId"), begin, end));
        }
    }

    void demographics(DataFile.Row row) {
        demographicsLine = row.line();
        birthDate = row.day("birthDate");
        sex = row.text("sex");
        hispanic = row.yesNo("hispanicOrLatinoEthnicity");
        several = row.yesNo("demographicRaceTwoOrMoreRaces").orElse(false);
        for (String race : Layout.RACES) {
            if (row.yesNo(race).orElse(false)) {
                races.add(race);
            }
        }
    }

    boolean isStudent() {
        return user && student;
    }

    boolean isUser() {
        return user;
    }

    String id() {
        return id;
    }

    /** The line of the user, 0 if there is none. */
    long userLine() {
        return userLine;
    }

    /** The line of the demographics, 0 if there are none. */
    long demographicsLine() {
        return demographicsLine;
    }

    String grade() {
        return grade;
    }

    String sex() {
        return sex;
    }

    Optional<LocalDate> birthDate() {
        return birthDate;
    }

    Optional<Boolean> hispanic() {
        return hispanic;
    }

    /** The headers of the races that are true. */
    List<String> races() {
        return races;
    }

    /** Whether two or more races are said, whichever they are. */
    boolean isOfSeveralRaces() {
        return several;
    }

    List<Stay> stays() {
        return stays;
    }
}
