"""Common given names, to tell a person's name from another, and the pronoun that goes with it.  No surname stands here."""

from __future__ import annotations

MALE_NAMES = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert alberto aldo alec alejandro aleksandr alessandro alex alexander alexei alexey alfred ali allan allen
    alvin ambrose amir anatoly anders andre andreas andrei andres andrew andrey angus anthony antoine anton antonio archibald armand arnold arthur arturo ashton augustus aurelio
    barry bartholomew basil ben benedict benito benjamin bernard bernhard bertram bill billy bob bobby boris brad bradley brendan brent brian bruce bruno bryan byron
    caleb calvin cameron carl carlo carlos cecil cedric chad charles charlie chris christian christoph christopher clarence clark claude clifford clint clive clyde colin
    conrad corey cornelius craig curtis cyril cyrus dale damian dan daniel danny darren dave david dean dennis derek desmond dexter diego dieter dirk dmitri dmitry dominic don donald douglas
    duncan dustin dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elliott elmer emanuel emil emilio enrico enrique eric erich erik ernest ernst erwin
    ethan eugene evan ezra fabian felix ferdinand fernando fidel floyd francesco francis francisco franco frank franklin fred frederick friedrich fritz gabriel
    gareth gary gavin geoffrey georg george georges gerald gerard gerhard giacomo gilbert gino giorgio giovanni giuseppe glen glenn gordon graham grant greg
    gregory guido guillaume gunther gus gustav guy hamid hans harold harry harvey hassan hector heinrich helmut henri henry herbert herman hermann hiroshi homer horace
    horatio howard hubert hugh hugo ian ibrahim igor ignatius immanuel irving isaac ismail ivan jack jackson jacob jacques jake jamal james jamie jan jared jason
    jean jed jeff jefferson jeffrey jeremiah jeremy jerome jerry jesse jesus jesús jim jimmy joachim joaquin joe joel johan johann john johnny jon jonah jonas jonathan jorge
    jose joseph josh joshua josiah juan julian julio julius jurgen justin karim karl keith ken kenneth kevin kirk klaus konrad konstantin kurt kyle lance larry lars
    laurence lawrence lee leo leon leonard leonid leopold leroy leslie lester lewis lionel lloyd lorenzo lou louis luca lucas luigi luis luke luther lyndon mahmoud malcolm manfred
    manuel marc marcel marco marcus mario marius mark marshall martin marvin massimo matt matteo matthew matthias maurice max maximilian maxwell melvin michael michel
    miguel mike mikhail miles mitchell mohamed mohammad mohammed morris moses muhammad murray mustafa nathan nathaniel ned neil nelson neville nicholas nick nicolas nigel nikita
    nikolai nils noah noel norman oleg oliver omar orlando oscar oswald otto owen pablo paolo pascal pat patrick paul pavel pedro percy perry pete peter phil philip philippe
    phillip pierre pietro quentin rafael ralph ramon randall randolph randy raoul raphael rashid raul ray raymond rene reginald rex ricardo rich richard rick
    robert roberto robin rod roderick rodney rodrigo roger roland rolf roman romeo ron ronald roscoe ross roy rudolf rudolph rufus rupert russell ryan salvador sam samuel
    santiago saul scott sean sebastian serge sergei sergey sergio seth seymour shane shaun sidney sigmund silas simon solomon stanley stefan stephen steve steven stewart stuart
    sven taro ted terence terry thaddeus theodor theodore thomas tim timothy tobias toby todd tom tommy tony trevor tristan tyler ulrich ulysses umberto valentin vernon
    victor viktor vince vincent vincenzo vladimir vladislav wade wallace walter warren wayne werner wes wesley wilbur wilfred wilhelm will willem william willie willis winston wolfgang woodrow
    xavier yakov yevgeny yuri yusuf zachary""".split()
)

FEMALE_NAMES = frozenset(
    """abigail ada adela adelaide adele adriana agatha agnes aisha alberta alexandra alice alicia alina alison allison alma amalia amanda amber amelia amy ana anastasia andrea angela
    angelica anita ann anna annabel anne annette annie antonia april ariana ashley astrid asta audrey augusta aurora ava barbara beatrice becky belinda bella bernadette
    bertha beth bethany betsy betty beverly bianca blanche bonnie brenda bridget brigitte brittany camilla candace carla carmen carol carole caroline carolyn carrie catherine
    cecilia celeste celia charlotte chelsea cheryl chiara chloe christina christine cindy claire clara clarissa claudia clementine colette colleen constance cora cordelia
    corinne courtney crystal cynthia daisy dana daniela danielle daphne dawn deborah debra deirdre delia delilah denise diana diane dolores dominique donna dora doreen doris dorothea
    dorothy edith edna eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen eloise elsa elsie elvira emilia emily emma erica erika erin ernestine esmeralda estelle
    esther ethel etta eugenia eunice eva evangeline evelyn faith fatima faye felicia fiona flora florence frances francesca freda frida gabriela gabrielle gail genevieve
    georgia georgina geraldine gertrude gina gisela giulia gladys glenda gloria grace greta gretchen guadalupe gwen gwendolyn hannah harriet hattie hazel heather heidi helen helena helga
    henrietta hilary hilda hildegard hillary holly hope ida ilse imelda imogen ines ingrid irene iris irina irma isabel isabella isabelle ivy jackie jacqueline jana jane
    janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june justine
    karen karin karina kate katharina katherine kathleen kathryn kathy katie katrina kay kelly kim kirsten kristen kristin kristina larissa laura lauren laurie leah leila lena leona
    leonora leticia libby lidia lila lillian lilly lily linda lindsay lisa lise liz liza lois lola loretta lorraine lotte lottie louisa louise lucia lucille lucinda lucy
    ludmila luisa lydia lynn mabel mara maren merete milena madeleine madeline mae magdalena maggie mamie manuela marcela marcella marcia margaret margarita margot maria mariam mariana marianne marie marilyn marina
    marion marisa marjorie marlene marta martha martina mary matilda maud maude maureen mavis maxine may megan melanie melinda melissa mercedes meredith mia michelle mildred millicent
    minnie miranda miriam moira mollie molly mona monica monique muriel myra myrtle nadia nancy naomi natalia natalie natasha nell nellie nicole nina nora noreen norma octavia odette olga olive
    olivia ophelia orla paige pamela patience patricia patsy paula pauline pearl peggy penelope penny petra philippa phoebe phyllis pilar polly portia priscilla prudence rachel ramona raquel
    rebecca regina renata renee rhoda rhonda rita roberta rosa rosalie rosalind rosamund rosanna rose rosemary rosie rowena roxanne ruby ruth sabina sabrina sadie sally samantha
    sandra sara sarah selena selina serena shannon sharon sheila shelley shirley sibyl silvia simone sofia sonia sonja sophia sophie stacey stella stephanie sue susan susanna
    susannah suzanne svetlana sybil sylvia tabitha tamara tania tanya tara tatiana teresa tess thelma theodora theresa tina tracy trudy una ursula valentina valeria valerie vanessa
    vera verity veronica victoria viola violet virginia vivian wanda wendy wilhelmina wilma winifred yolanda yvette yvonne zelda zoe""".split()
)

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
