"""A small model with everything that can be asked of durable workflows."""

from __future__ import annotations

TEXT = """
package Yard {
    private import ScalarValues::*;
    private import AgentSystems::*;

    attribute def Crate { attribute number : Natural; attribute weight : Real default 1.5; }
    attribute def Receipt { attribute number : Natural; attribute notes : String [0..*]; }

    action def Load :> Workflow {
        doc /* Two ways side by side, each of two steps: what is packed is weighed, what is booked is billed. */
        @Durable;
        in number : Natural;
        out receipt : Receipt;
        action pack { in number : Natural = Load::number; out crate : Crate; }
        action weigh { in crate : Crate; out weight : Real; }
        action book { in number : Natural = Load::number; out slot : Natural; @Retry { attempts = 3; delay = 0.01; } }
        action bill { in slot : Natural; out total : Natural; }
        action sign { in weight : Real; in total : Natural; out receipt : Receipt; }
        flow pack.crate to weigh.crate;
        flow book.slot to bill.slot;
        flow weigh.weight to sign.weight;
        flow bill.total to sign.total;
        bind sign.receipt = receipt;
    }

    action def Haul {
        doc /* Rounds of loading; each round is a workflow of its own. */
        in rounds : Natural;
        out done : Natural;
        attribute count : Natural := 0;
        first start;
        then loop action turn {
            action load : Load { in number : Natural = count; out receipt : Receipt; }
            then assign count := count + 1;
        } until count >= rounds;
        then assign done := count;
    }

    action def Ship :> Workflow {
        doc /* A person approves before the ship leaves. */
        in name : String;
        out harbour : String;
        action prepare { in name : String = Ship::name; out papers : String; }
        action leave { in papers : String; out harbour : String; @Approval { role = "harbour master"; } }
        flow prepare.papers to leave.papers;
        bind leave.harbour = harbour;
    }

    action def Crane :> Workflow {
        @Queue { name = "cranes"; concurrency = 2; }
        in number : Natural;
        out lifted : Natural;
        action lift { in number : Natural = Crane::number; out lifted : Natural;
            @Breaker { failures = 2; pause = 30.0; } @Timeout { seconds = 60.0; } }
        bind lift.lifted = lifted;
    }

    action def Horn :> Workflow {
        @Queue { rate = 5; period = 2.0; }
        in number : Natural;
        action blow { in number : Natural = Horn::number; }
    }

    action def Bell :> Workflow {
        @Schedule { every = 1.0; }
        action ring { out rung : Natural; }
    }

    action def Sweep :> Workflow {
        @Schedule { cron = "0 4 * * *"; }
        in broom : String default "wide";
        action sweep { in broom : String = Sweep::broom; }
    }
}
"""
