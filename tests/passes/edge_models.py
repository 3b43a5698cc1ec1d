"""Models for the tests of passes: everything that is hard about types, agents and requirements."""

TYPES = """
package 'Edge "Cases"' {
    doc /* Quotes \"\"\", backslashes \\, braces {{ it }} and tags {% raw %}. */
    private import ScalarValues::*;
    private import AgentSystems::*;
    private import SequenceFunctions::*;

    enum def 'class' { enum 'def'; enum 'None'; enum 'a b'; enum 'a-b'; enum mro; enum 'name'; }
    enum def OnlyOne { one { doc /* The \"\"\" one \\ */ } }
    attribute def Percent :> Real;
    attribute def Score :> Percent;
    attribute def Nothing;
    attribute def Less :> Nothing;
    attribute def Open;
    attribute def More :> Nothing { attribute amount : Natural default 3; }

    item def 'dict' {
        attribute 'import' : String = "x\\"\\\\{{y}}\\n";
        attribute 'class' : 'class' = 'class'::'def';
        attribute 'self' : Integer [0..1];
        attribute json : String;
        attribute date : Date;
        attribute datetime : Timestamp;
        attribute 'model_config' : String default "m";
        attribute id : Identifier;
        attribute copy : Boolean = true;
    }
    item def Left { attribute x : Integer; }
    item def Right { attribute y : Integer default 2; }
    item def Both :> Left, Right {
        attribute :>> x default 5;
        attribute z : Percent [2..3] { doc /* Between \"\"\" two and three. */ }
        assert constraint inOrder { x <= y }
    }
    item def Swapped :> Right, Left;
    item def Knot :> Both, Swapped {
        attribute secret : Secret;
        attribute wait : Duration default "PT5S";
        attribute any;
        attribute blob : Json;
        attribute vector : Vector;
        attribute link : Url;
    }
    item def Renamed :> Left { attribute y redefines x; }
    item def Bill {
        attribute total : Real = price * count + tax;
        derived attribute tax : Real = price / 4;
        attribute price : Real;
        attribute count : Natural default 2;
        attribute rest : Natural = count - 1;
        attribute title : String default 'import' + "{{x}}";
        attribute 'import' : String;
        attribute started : Real := price;
        attribute stamp : Timestamp = Now();
        attribute sizes : Natural [1..3] = (count, rest);
        attribute mood : 'class' = if count > 3 ? 'class'::'def' else 'class'::mro;
        assert constraint { tax <= 100 }
    }
    item def Discounted :> Bill { attribute :>> total = price * count - off; attribute off : Real = tax / 2; }
    item def Circle { attribute a : Integer = b; attribute b : Integer = a; }
    item def Tree { attribute label : String; item children : Tree [0..*]; }
    item def Endless { item again : Endless; }
    port def 'P()' { in attribute 'in' : String; out attribute 'out' : String [1..*]; }

    package Inner {
        private import 'Edge "Cases"'::*;
        private import Other::*;
        item def Order { item customer : Customer; attribute kind : Quality default Quality::good; attribute totals : Real [1..*]; }
        item def Status { attribute s : String; }
        item def UsesBoth { item a : Status; item b : Other::Status [0..1]; }
        item def Sub :> Other::Base { attribute more : String; }
    }
    package Other {
        private import Inner::*;
        enum def Quality { good; bad; }
        item def Customer { attribute name : String; item orders : Order [0..*]; }
        item def Status { attribute t : String; }
        item def Base { attribute base : OnlyOne = OnlyOne::one; }
    }
}
"""

STRUCTURE = """
package Garage {
    private import ScalarValues::*;

    part def Cylinder { attribute bore : Real = 1; }
    part def Engine { attribute power : Positive = 10; part cylinder : Cylinder; }
    part def Car {
        part engine : Engine;
        attribute wheels : Natural = 4;
        ref part other : Car [0..1];
        assert constraint { wheels >= 3 }
    }
    part def Kit { attribute screws : Natural; }
    part def Empty;

    requirement <'R"1'> fast {
        doc /* Fast \"\"\" enough. */
        subject car : Car;
        assume constraint { car.wheels == 4 }
        require constraint { car.engine.power > 9 }
    }
    requirement undecided { doc /* Of something without values. */ subject kit : Kit; require constraint { kit.screws > 0 } }
    requirement open { id = "X-1"; text = "Said by \\"text\\"."; }
    requirement commented { /* Said in a comment. */ }
    requirement again : fast;

    part mine : Car { attribute :>> wheels = 4; part :>> engine { attribute :>> power = 12; } }
    part box { part kit : Kit { attribute :>> screws = 7; } }
    part loose : Kit;
    satisfy fast by mine;
    satisfy undecided by box.kit;
    satisfy undecided by loose;
}
"""

AGENTS = """
package Bureau {
    private import ScalarValues::*;
    private import AgentSystems::*;

    enum def Mood { calm; angry; }
    abstract part def Courteous :> Agent { requirement def Polite { doc /* Be polite. */ } }
    part def Plain :> Agent;
    part def 'Über Agent' :> Courteous {
        doc /* Does \"\"\" things. */
        attribute model : String;
        attribute temperature : Real = 0.25;
        attribute 'max_tokens' : Integer = 100;
        @Instruction { text = "Say {{ nothing }} \\"\\"\\" twice."; }
        @Retry { attempts = 2; }
        @Timeout { seconds = 30; }
        port ask : Question;
        port output : Answer;
        requirement limit {
            subject who : 'Über Agent';
            assume constraint { who.ask.most > 0 }
            require constraint { who.output.level <= who.ask.most }
            require constraint { who.output.level > 0 }
        }
        perform action lookUp : LookUp;
        perform action risky : Risky;
        perform action coded : Coded;
    }
    port def Question { in attribute question : String; in attribute most : Integer default 10; in item why : Reason; }
    port def Answer { out attribute level : Integer; out attribute mood : Mood; }
    item def Reason { attribute text : String; attribute mission_id : Identifier; }
    action def LookUp :> Tool { doc /* Looks up. */ in word : String; in mood : Mood; out found : String; }
    action def Risky :> Tool { in amount : Integer; out done : Integer = amount + 1; @Trust { requiresApproval = true; } }
    action def Coded :> Tool { in a : Integer; out b : Integer; rep inPython language "python" /* return a * 2 */ }
}
"""
